// A surrogate that is part of a pair needs no escape, but tells that the text must be looked at.
// oxlint-disable-next-line no-control-regex -- JSON escapes them
const SPECIAL = /["\\\u0000-\u001f\ud800-\udfff]/;

/** A text as it stands between the quotes of a JSON string; `undefined` where a lone surrogate is in it. */
export function escaped(text: string): string | undefined {
  if (!SPECIAL.test(text)) return text;
  return text.isWellFormed() ? JSON.stringify(text).slice(1, -1) : undefined;
}
