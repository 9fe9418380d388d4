import { randomUUID } from 'node:crypto';
import type { Primitive } from './envelope.js';
import type { Work } from './work.js';

// What JSON.stringify cannot write goes through it as a marked string. Nobody who writes a payload knows the mark.
const mark = randomUUID();
const marked = new RegExp(`"${mark}:([^"]*)"`, 'g');

/** A primitive as JSON text, with the digits of bigints, and with NaN and the infinities as Python's json spells them. */
export function writeText(primitive: Primitive, work: Work): string {
  if (!work.lossless) return JSON.stringify(primitive);
  return JSON.stringify(primitive, marking).replace(marked, '$1');
}

function marking(_key: string, value: unknown): unknown {
  const bare = typeof value === 'bigint' || (typeof value === 'number' && !Number.isFinite(value));
  return bare ? `${mark}:${String(value)}` : value;
}
