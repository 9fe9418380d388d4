import { loadFastCheck } from '../load-fast-check.js';

const SIMPLE = ['a', 'A', '0', 'name', 'NAME', '1.0', 'a-b', 'a.b', 'a/b', 'a@b.c', '00000000', 'abcdef01'];

/** A text that a pattern takes (written as `/pattern/flags`, it must match the whole), of a length between the bounds. */
export async function matchingText(pattern: string, minLength: number, maxLength: number): Promise<string> {
  const end = pattern.lastIndexOf('/');
  const flags = pattern.slice(end + 1).replace(/[gy]/g, '');
  const whole = new RegExp(`^(?:${pattern.slice(1, end)})$`, flags);
  const fits = (text: string): boolean =>
    text.length >= minLength && text.length <= maxLength && whole.test(text);
  const simple = SIMPLE.find(fits);
  if (simple !== undefined) return simple;
  const { default: fc } = await loadFastCheck('a sample of a text with a pattern');
  const [found = ''] = fc.sample(fc.stringMatching(whole).filter(fits), { seed: 1, numRuns: 1 });
  return found;
}
