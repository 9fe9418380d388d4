/** How large a payload may be. `bytes` of its text, `depth` of nesting, `items` in all lists and dicts together, characters of a string. */
export interface Limits {
  readonly bytes: number;
  readonly depth: number;
  readonly items: number;
  readonly stringLength: number;
}

/** What holds where a caller names no limits: 64 MiB, 100 levels, a million items, 16 Mi characters. */
export const defaultLimits: Limits = Object.freeze({
  bytes: 64 * 1024 * 1024,
  depth: 100,
  items: 1_000_000,
  stringLength: 16 * 1024 * 1024,
});
