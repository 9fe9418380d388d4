import { parse } from 'lossless-json';
import { LimitExceededError, PayloadSyntaxError } from '../../errors/payload-errors.js';
import type { Limits } from '../../field/limits.js';

const NAN = '0e-1234567890';

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
    throw new PayloadSyntaxError(`expected a string, got ${text === null ? 'null' : typeof text}`);
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
  refuseDepth(text, limits.depth);
  return parse(python ? withoutPythonWords(text) : text, undefined, exactNumber);
}

function exactNumber(text: string): unknown {
  if (text === NAN) return Number.NaN;
  const number = Number(text);
  return /^-?\d+$/.test(text) && !Number.isSafeInteger(number) ? BigInt(text) : number;
}

// JSON has numbers that overflow to the infinities, and none that is NaN: that one gets a spelling nobody writes.
function withoutPythonWords(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|-?Infinity|NaN/g, (token) => {
    if (token === 'NaN') return NAN;
    if (token === 'Infinity') return '1e999';
    return token === '-Infinity' ? '-1e999' : token;
  });
}

// The lossless parser calls itself at each level; JSON.parse does not.
function refuseDepth(text: string, deepest: number): void {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > deepest) throw new LimitExceededError('depth', deepest, '');
  }
}
