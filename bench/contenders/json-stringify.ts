import type { ServerData } from '../workload/server-data.js';
import type { Wired } from './by-hand/build.js';
import type { Contender } from './contender.js';
import { writingTasks } from './writing-tasks.js';

/**
 * Envelopes built by hand for JSON.stringify: what writing by way of a tree costs where nothing is checked. backlevel writes text; it does
 * so because a tree with the same checks was not faster.
 */
export const jsonStringify: Contender = {
  packages: [],
  wire: 'nested',
  checksReading: '(does not read)',
  checksWriting: 'nothing',
  versions: 'none',
  byHand: 'the way down, envelopes, texts of dates',
  prepare: (workload) => {
    const write = (value: unknown): string => JSON.stringify(value);
    return writingTasks(
      { server: write, oldServer: write, agent: write, oldAgent: write, ready: withDateTexts },
      workload,
    );
  },
};

/** JSON.stringify leaves its fast way where it meets a Date: on Node 26 that halves it. */
function withDateTexts(server: ServerData): Wired<ServerData> {
  const { createdAt, updatedAt } = server;
  return { ...server, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
