import { parse } from 'lossless-json';
import { LimitExceededError, PayloadSyntaxError } from '../../errors/payload-errors.js';
import { shorten } from '../../errors/shorten.js';
import type { Limits } from '../../field/limits.js';

// A number that nobody writes: its exponent differs from process to process. Made when it is first needed: the source of
// randomness takes a while to load.
let nan: string | undefined;

/** How a text is parsed: with exact integers where a model can hold them, with bare NaN and Infinity for Python. */
export interface ParseOptions {
  readonly exact: boolean;
  readonly python: boolean;
  readonly limits: Limits;
}

/**
 * The tree of a JSON text.
 *
 * @throws LimitExceededError for more bytes than allowed
 * @throws PayloadSyntaxError for anything that is not JSON
 */
export function parseText(text: string, options: ParseOptions): unknown {
  if (typeof text !== 'string')
    throw new PayloadSyntaxError(
      `expected a string, got ${shorten(text)}; a parsed tree is for fromPrimitive(), bytes are text after toString()`,
    );
  const { bytes } = options.limits;
  // A UTF-16 unit takes one to three bytes: only texts between the two bounds have to be counted.
  if (text.length > bytes || (text.length * 3 > bytes && Buffer.byteLength(text) > bytes)) {
    throw new LimitExceededError('bytes', bytes, '');
  }
  try {
    return options.exact || options.python ? parseExactly(text, options) : (JSON.parse(text) as unknown);
  } catch (cause) {
    if (cause instanceof LimitExceededError) throw cause;
    // The parser's own words would show what stands in the payload; where it stopped is enough.
    const place = /position \d+/.exec(cause instanceof Error ? cause.message : '')?.[0];
    throw new PayloadSyntaxError(
      place === undefined
        ? `${text.length} characters that no JSON parser takes`
        : `it stops making sense at ${place}`,
    );
  }
}

function parseExactly(text: string, { python, limits }: ParseOptions): unknown {
  const plain = scan(text, limits.depth, python);
  const parseNumber = (digits: string): unknown =>
    python && digits === nan ? Number.NaN : exactNumber(digits);
  // As JSON.parse does, the last of two equal keys wins.
  return parse(plain, undefined, { parseNumber, onDuplicateKey: ({ newValue }) => newValue });
}

function exactNumber(digits: string): unknown {
  const number = Number(digits);
  return /^-?\d+$/.test(digits) && !Number.isSafeInteger(number) ? BigInt(digits) : number;
}

/**
 * Passes over a text once: refuses one that is too deep, since the lossless parser calls itself at each level, and spells what
 * Python's json writes in a way that JSON has. The infinities are numbers that overflow; NaN gets a spelling that nobody writes.
 */
function scan(text: string, deepest: number, python: boolean): string {
  let depth = 0;
  let plain = '';
  let taken = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === '"') {
      index = endOfString(text, index);
    } else if (character === '[' || character === '{') {
      depth += 1;
      if (depth > deepest) throw new LimitExceededError('depth', deepest, '');
    } else if (character === ']' || character === '}') {
      depth -= 1;
    } else if (python && (character === 'N' || character === 'I')) {
      const [word, spelling] = character === 'N' ? ['NaN', (nan ??= makeNan())] : ['Infinity', '1e999'];
      if (!text.startsWith(word, index)) continue;
      plain += text.slice(taken, index) + spelling;
      taken = index + word.length;
      index = taken - 1;
    }
  }
  return plain + text.slice(taken);
}

function makeNan(): string {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return `0e-1${String(high % 1e7).padStart(7, '0')}${String(low % 1e7).padStart(7, '0')}`;
}

function endOfString(text: string, start: number): number {
  let index = start + 1;
  while (index < text.length && text[index] !== '"') index += text[index] === '\\' ? 2 : 1;
  return index;
}
