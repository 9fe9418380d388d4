import { decode, encode, Registry } from 'backlevel';
import { declareClasses } from '../contenders/backlevel/classes.js';
import { makeWorkload, SIZE } from '../workload/workload.js';

/** How many classes of servers, with their own classes of flavors and ports, are used in turn. */
export const CLASS_COUNT = 10;

/** How often each class was used when the time is looked at. */
export const USE_COUNTS = [250, 1000, 4000, 8000, 16_000, 32_000] as const;

/** The first uses of each class, `at` in number: how many times as long they take as where code may not be generated. */
export interface TierPoint {
  readonly at: number;
  readonly price: number;
}

/**
 * The milliseconds of CPU from the first use until each class has read and written a server `counts` times. Needs a process of its own:
 * what was cold once is not cold again.
 */
export function measureTiers(codegen: boolean, counts: readonly number[]): number[] {
  const { texts } = makeWorkload().servers;
  const classes = Array.from(
    { length: CLASS_COUNT },
    () => declareClasses(new Registry({ namespace: 'bench', codegen })).Server,
  );
  const before = process.cpuUsage();
  let uses = 0;
  return counts.map((count) => {
    for (; uses < count; uses += 1) for (const Class of classes) encode(decode(Class, texts[uses % SIZE]!));
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
}
