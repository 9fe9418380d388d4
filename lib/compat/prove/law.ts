/** What `prove` holds every payload to, see docs/prove.md. */
export const laws = [
  'valid',
  'declared-loss',
  'stepwise',
  'round-trip-old',
  'round-trip-new',
  'pure',
  'deterministic',
  'refusal',
  'children',
] as const;

export type Law = (typeof laws)[number];
