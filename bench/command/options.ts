import { parseArgs } from 'node:util';

export interface Options {
  readonly quick: boolean;
  /** The major version of the Node that shall run the contenders; this one, where nothing is said. */
  readonly node: string | undefined;
  /** Only contenders whose name has one of these in it. */
  readonly only: readonly string[];
  readonly help: boolean;
}

export const USAGE = `npm run bench [-- OPTIONS]

  --quick        under a minute: short windows, one pass; prints, and leaves the stored results alone
  --node MAJOR   run the contenders with that Node (22, 24, 26, ...), installed on first use
  --only NAME    only contenders with NAME in their name; may be repeated; leaves the stored results alone
  --help         this text
`;

/** @throws TypeError for an option that does not exist */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      node: { type: 'string' },
      only: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.node !== undefined && !/^\d+$/.test(values.node))
    throw new TypeError(`--node takes a major version such as 22, not ${values.node}`);
  return { quick: values.quick, node: values.node, only: values.only, help: values.help };
}
