/** What kind of mistake a fault is, for a caller that maps faults to its own messages. */
export type FaultKind =
  | 'type'
  | 'value'
  | 'limit'
  | 'required'
  | 'null'
  | 'unknown'
  | 'envelope'
  | 'version'
  | 'rule';

/**
 * One thing that is wrong with a payload or an instance.
 *
 * `pointer` is a JSON pointer (RFC 6901): into the payload as it was sent, or, for an instance, through its property names.
 * `message` names object, field, what was expected and what came; it never shows a sensitive value.
 */
export interface Fault {
  readonly kind: FaultKind;
  readonly pointer: string;
  readonly object: string;
  readonly field?: string;
  readonly message: string;
}

/** A JSON pointer (RFC 6901) of path segments: `pointerOf(['a/b', 0]) // '/a~1b/0'`. */
export function pointerOf(path: readonly (string | number)[]): string {
  let text = '';
  for (const part of path) text += `/${typeof part === 'number' ? part : escaped(part)}`;
  return text;
}

function escaped(part: string): string {
  if (!part.includes('/') && !part.includes('~')) return part;
  return part.replaceAll('~', '~0').replaceAll('/', '~1');
}
