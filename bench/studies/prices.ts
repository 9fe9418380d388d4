import {
  backport,
  decode,
  encode,
  fromPrimitive,
  isBacklevelError,
  Registry,
  toPrimitive,
  validate,
} from 'backlevel';
import { declareClasses, OLD } from '../contenders/backlevel/classes.js';
import { readThenChanged } from '../contenders/backlevel/read-then-changed.js';
import { compare, type Effort, type Rival } from '../measure/compare.js';
import { makeWorkload, SIZE } from '../workload/workload.js';

/** What can be asked for: name → how many times as long the same work takes with it as without it. */
export type Prices = Readonly<Record<string, number>>;

/** The price of each thing that backlevel does only when it is asked. */
export function measurePrices(effort: Effort): Prices {
  const workload = makeWorkload();
  const { texts, oldTexts } = workload.servers;
  const { Server } = declareClasses(new Registry({ namespace: 'bench' }));
  const hooked = declareClasses(new Registry({ namespace: 'bench' }), { hooks: true }).Server;
  const tracked = readThenChanged(Server, workload.servers);
  const withHooks = readThenChanged(hooked, workload.servers);
  const untracked = texts.map((text) => decode(Server, text, { track: false }));
  const options = { track: false };
  const rows: Record<string, [withIt: Rival['run'], without: Rival['run']]> = {
    'tracking, when reading': [
      (index) => decode(Server, texts[index]!),
      (index) => decode(Server, texts[index]!, options),
    ],
    'tracking, when reading from 1.4': [
      (index) => decode(Server, oldTexts[index]!),
      (index) => decode(Server, oldTexts[index]!, options),
    ],
    'changes, when writing': [(index) => encode(tracked[index]!), (index) => encode(untracked[index]!)],
    'backport, when writing': [
      (index) => encode(tracked[index]!, { target: OLD }),
      (index) => encode(tracked[index]!),
    ],
    'losses, when writing for 1.4': [
      (index) => backport(tracked[index]!, OLD),
      (index) => toPrimitive(tracked[index]!, { target: OLD }),
    ],
    'all faults of a bad payload, not the first': [
      (index) => validate(Server, workload.bad[index]),
      (index) => firstFault(() => fromPrimitive(Server, workload.bad[index], options)),
    ],
    'a hook, when writing for 1.4': [
      (index) => encode(withHooks[index]!, { target: OLD }),
      (index) => encode(tracked[index]!, { target: OLD }),
    ],
    'a hook, when reading from 1.4': [
      (index) => decode(hooked, oldTexts[index]!, options),
      (index) => decode(Server, oldTexts[index]!, options),
    ],
  };
  const rivals = Object.entries(rows).map(([name, [run, floor]]): [string, Rival] => [
    name,
    { run, floor, samples: SIZE },
  ]);
  const compared = compare(Object.fromEntries(rivals), effort);
  return Object.fromEntries(Object.entries(compared).map(([name, { ratio }]) => [name, 1 / ratio]));
}

function firstFault(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (isBacklevelError(error)) return error;
    throw error;
  }
}
