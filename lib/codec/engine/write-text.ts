import type { Primitive } from './envelope.js';
import type { Work } from './work.js';

interface Mark {
  readonly text: string;
  readonly found: RegExp;
}

// Made when it is first needed: the source of randomness takes a while to load, and few texts need it.
let known: Mark | undefined;

/** A primitive as JSON text, with the digits of bigints, and with NaN and the infinities as Python's json spells them. */
export function writeText(primitive: Primitive, work: Work): string {
  if (!work.lossless) return JSON.stringify(primitive);
  const { text, found } = (known ??= makeMark());
  const marking = (_key: string, value: unknown): unknown => {
    const bare = typeof value === 'bigint' || (typeof value === 'number' && !Number.isFinite(value));
    return bare ? `${text}:${String(value)}` : value;
  };
  return JSON.stringify(primitive, marking).replace(found, '$1');
}

// What JSON.stringify cannot write goes through it as a marked string. Nobody who writes a payload knows the mark.
function makeMark(): Mark {
  const text = crypto.randomUUID();
  return { text, found: new RegExp(`"${text}:([^"]*)"`, 'g') };
}
