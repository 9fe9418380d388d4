import { median } from './median.js';
import { calibrate, time } from './time.js';

/** How long and how often things are timed. */
export interface Effort {
  /** Milliseconds of one window. */
  readonly window: number;
  /** Milliseconds for which each task runs before it is timed. */
  readonly warmUp: number;
  /** How often each pair of windows comes round. */
  readonly rounds: number;
  /** How many processes do it all again. */
  readonly passes: number;
}

export const FULL: Effort = { window: 35, warmUp: 400, rounds: 11, passes: 3 };
export const QUICK: Effort = { window: 5, warmUp: 30, rounds: 4, passes: 1 };

export interface Rival {
  readonly run: (index: number) => unknown;
  readonly floor: (index: number) => unknown;
  /** How many different indices both take. */
  readonly samples: number;
}

/** `ratio`: time of the floor by time of the rival, so that more is faster. `microseconds` of CPU for one call of the rival. */
export interface Comparison {
  readonly ratio: number;
  readonly microseconds: number;
}

/** Times rivals against their floors in windows that lie side by side, going round all of them several times. */
export function compare(rivals: Readonly<Record<string, Rival>>, effort: Effort): Record<string, Comparison> {
  const ready = Object.entries(rivals).map(([name, rival]) => ({
    name,
    rival,
    calls: calibrate(rival.run, rival.samples, effort.window, effort.warmUp),
    floorCalls: calibrate(rival.floor, rival.samples, effort.window, effort.warmUp / 2),
    ratios: [] as number[],
    times: [] as number[],
  }));
  for (let round = 0; round < effort.rounds; round += 1) {
    for (const { rival, calls, floorCalls, ratios, times } of ready) {
      const floor = time(rival.floor, floorCalls, rival.samples);
      const own = time(rival.run, calls, rival.samples);
      ratios.push(floor / own);
      times.push(own);
    }
  }
  return Object.fromEntries(
    ready.map(({ name, ratios, times }) => [name, { ratio: median(ratios), microseconds: median(times) }]),
  );
}
