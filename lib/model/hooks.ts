import type { HookContext, HookData } from '../field/hook-context.js';

/**
 * Turns an object's data by hand where options cannot say how. It changes `data` in place and returns nothing;
 * `data` is a fresh copy with wire names and JSON values; fields can be unset or null.
 */
export type HookFunction = (data: HookData, context: HookContext) => void;

/** What changed in one version, both ways. */
export interface Hook {
  /** Writes the older version's fields from the newer ones. */
  readonly down?: HookFunction;
  /** Writes the newer version's fields from the older ones. */
  readonly up?: HookFunction;
  /** Whether `resolve` must look something up for these data. */
  readonly needs?: (data: HookData, context: HookContext) => boolean;
  /** Looks up what the hook cannot know; the hook finds it as `context.resolved`. Called by the async verbs. */
  readonly resolve?: (data: HookData, context: HookContext) => unknown;
  /** What `context.resolved` is in a sync verb. */
  readonly fallback?: unknown;
  /** Paths that the way down loses, as pointers or dotted wire names: `'properties_data.encrypted'`. */
  readonly loses?: readonly string[];
}

/** Hooks by the version that made the change; a bare function is `down`. */
export type Hooks = Readonly<Record<string, Hook | HookFunction>>;
