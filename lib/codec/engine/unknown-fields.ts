import { channel } from 'node:diagnostics_channel';
import type { Version } from '../../version/version.js';

/** What is published on `backlevel:unknown-field`, once for each object, field and version of the writer. */
export interface UnknownFieldMessage {
  readonly object: string;
  readonly field: string;
  readonly version: string;
  /** How often the field was ignored until now in this process; it grows after the message was published. */
  readonly count: number;
}

const unknownField = channel('backlevel:unknown-field');
const MOST = 10_000;
const LONGEST = 200;
const seen = new Map<string, { object: string; field: string; version: string; count: number }>();

/** Counts a field that was ignored, and reports it the first time. Past ten thousand of them, new ones are let go. */
export function reportUnknown(object: string, name: string, writer: Version): void {
  const field = name.slice(0, LONGEST).toWellFormed();
  const key = `${object} ${writer} ${field}`;
  const known = seen.get(key);
  if (known !== undefined) {
    known.count += 1;
    return;
  }
  if (seen.size >= MOST) return;
  const message = { object, field, version: writer.text, count: 1 };
  seen.set(key, message);
  unknownField.publish(message satisfies UnknownFieldMessage);
}
