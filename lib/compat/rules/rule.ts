import type { Coverage, Direction, Severity } from '../finding.js';
import type { World } from './world.js';

/** Which rules count: each profile holds those of the ones before it. */
export type Profile = 'wire' | 'rolling' | 'storage' | 'strict';

/** The profiles, narrowest first. */
export const profiles: readonly Profile[] = ['wire', 'rolling', 'storage', 'strict'];

/**
 * What a rule compares: the code with the record of the same version, a version with the one before it, or today's code with every
 * version that may run beside it.
 */
export type RuleMode = 'version' | 'step' | 'window';

/** A rule of what breaks a peer, as a row of a table. */
export interface RuleRow {
  readonly id: string;
  /** How bad it is where the history does not bridge it. */
  readonly severity: Severity;
  readonly mode: RuleMode;
  readonly direction: Direction;
  /** The narrowest profile that has it. */
  readonly profile: Profile;
  /** What it means, in one sentence. */
  readonly summary: string;
}

/** A rule, and how it is looked for. */
export interface Rule extends RuleRow {
  readonly find: (world: World) => Iterable<Found>;
}

/** What a rule found between two versions, or at one. */
export interface Found {
  readonly object: string;
  /** Older first; of what is between versions, the last one is that of the code. */
  readonly versions: readonly string[];
  readonly path: string;
  readonly coverage?: Coverage;
  /** What is wrong. For whom, the versions say. */
  readonly what: string;
  readonly cure: string;
  /** Where the rule goes for both directions. */
  readonly direction?: Direction;
}
