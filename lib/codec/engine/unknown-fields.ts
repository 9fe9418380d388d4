import { channel } from 'node:diagnostics_channel';
import type { Shape } from '../../history/shape.js';

/** What is published on `backlevel:unknown-field`, once for each object, field and version of the writer. */
export interface UnknownFieldMessage {
  readonly object: string;
  readonly field: string;
  readonly version: string;
  /** How often the field was ignored until now in this process; it grows after the message was published. */
  readonly count: number;
}

const unknownField = channel('backlevel:unknown-field');
const LONGEST = 10_000;
const seen = new Map<string, { object: string; field: string; version: string; count: number }>();

/** Counts a field that was ignored, and reports it the first time. */
export function reportUnknown(shape: Shape, field: string): void {
  const key = `${shape.object} ${shape.version} ${field}`;
  const known = seen.get(key);
  if (known !== undefined) {
    known.count += 1;
    return;
  }
  const message = { object: shape.object, field, version: shape.version.text, count: 1 };
  if (seen.size < LONGEST) seen.set(key, message);
  unknownField.publish(message satisfies UnknownFieldMessage);
}
