import type FastCheck from 'fast-check';
import { loadFastCheck } from '../load-fast-check.js';

const SIMPLE = ['a', 'A', '0', 'name', 'NAME', '1.0', 'a-b', 'a.b', 'a/b', 'a@b.c', '00000000', 'abcdef01'];

/**
 * A text that a pattern takes (written as `/pattern/flags`, it must match the whole), of a length between the bounds.
 * `undefined` where none is found: there are patterns that nothing matches, and some that fast-check does not know.
 */
export async function matchingText(
  pattern: string,
  minLength: number,
  maxLength: number,
): Promise<string | undefined> {
  const end = pattern.lastIndexOf('/');
  const source = `^(?:${pattern.slice(1, end)})$`;
  const flags = pattern.slice(end + 1).replace(/[gy]/g, '');
  const whole = new RegExp(source, flags);
  const fits = (text: string): boolean =>
    text.length >= minLength && text.length <= maxLength && whole.test(text);
  const longer = SIMPLE.map((text) => text.repeat(Math.ceil(minLength / text.length)));
  const simple = [...SIMPLE, ...longer].find(fits);
  if (simple !== undefined) return simple;
  const { default: fc } = await loadFastCheck('a sample of a text with a pattern');
  return generated(fc, source, flags).find(fits);
}

/** Texts for a pattern, the same ones each time; shorter ones first. */
function generated(fc: typeof FastCheck, source: string, flags: string): string[] {
  try {
    // What matches without these flags matches with them; fast-check knows patterns without them only.
    const known = new RegExp(source, flags.replace('i', '').replace('v', 'u'));
    return (['small', 'medium', 'large'] as const).flatMap((size) =>
      fc.sample(fc.stringMatching(known, { size }), { seed: 1, numRuns: 50 }),
    );
  } catch {
    // It says so of references back and the like. Where there is no other sample, the caller says what to do.
    return [];
  }
}
