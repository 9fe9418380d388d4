import type { Context } from './context.js';
import type { Annotation } from './output/github.js';

/** One thing that a command is given: by its place, or as `--name`. */
export type Argument =
  | { readonly kind: 'positional'; readonly summary: string; readonly required?: boolean }
  | { readonly kind: 'flag'; readonly summary: string }
  | {
      readonly kind: 'text';
      readonly value: string;
      readonly summary: string;
      readonly required?: boolean;
      readonly choices?: readonly string[];
    }
  | { readonly kind: 'integer'; readonly value: string; readonly summary: string };

/** By their names in code: `outFile` is `--out-file`. */
export type Arguments = Readonly<Record<string, Argument>>;

/** What a command gets of its arguments: `{ target: { kind: 'text', required: true } } // { target: string }`. */
export type Given<A extends Arguments> = { readonly [K in keyof A]: GivenOne<A[K]> };

type GivenOne<A extends Argument> = A extends { kind: 'flag' }
  ? boolean
  : A extends { kind: 'integer' }
    ? number | undefined
    : A extends { required: true }
      ? string
      : string | undefined;

/** What a command found, as data; how it is written is decided in one place. */
export interface Answer {
  /** `false` where there are findings or failures. */
  readonly ok: boolean;
  /** For people. */
  readonly text: string;
  /** For machines. */
  readonly json: Readonly<Record<string, unknown>>;
  /** For the page of a change on GitHub. */
  readonly annotations?: readonly Annotation[];
}

/** A command as data. */
export interface Command<A extends Arguments = Arguments> {
  readonly name: string;
  readonly summary: string;
  readonly args: A;
  /** Whether it takes `--format github`. */
  readonly annotates?: boolean;
  run(args: Given<A>, context: Context): Promise<Answer>;
}

/** The command itself; its `run` knows the types of its arguments. */
export function defineCommand<const A extends Arguments>(command: Command<A>): Command<A> {
  return command;
}
