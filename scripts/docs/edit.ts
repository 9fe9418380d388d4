/** Replaces the characters from `start` to `end`, or inserts where both are the same. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with all edits made. They must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** The number of the line that `offset` is on, from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Only the line breaks of a part, to stand for it where lines must not move. */
export function lineBreaks(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(/[^\n]/g, '');
}
