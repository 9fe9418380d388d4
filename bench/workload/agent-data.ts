import type { Random } from './random.js';

/** What an Agent 1.1 holds, the small object; 1.0 had no `reports`. */
export interface AgentData {
  readonly uuid: string;
  readonly host: string;
  readonly program: string;
  readonly alive: boolean;
  readonly reports: number;
  readonly build: string;
}

export function makeAgent(random: Random): AgentData {
  return {
    uuid: random.uuid(),
    host: `node-${random.integer(100, 999)}.example.org`,
    program: `bench-${random.words(1)}`,
    alive: random.boolean(),
    reports: random.integer(0, 1_000_000),
    build: `2026.1.${random.integer(0, 99)}`,
  };
}
