import type { Manifest } from '../../history/releases.js';
import type { ObjectRecord } from './object-record.js';

/** What `history/` holds: a record for each object, and the releases in the order in which they were made. */
export interface History {
  /** The folder that it was read from, for messages. */
  readonly folder: string;
  /** By `namespace.Name`. */
  readonly objects: ReadonlyMap<string, ObjectRecord>;
  /** Release name → object name → version; each names all that it holds. */
  readonly releases: Readonly<Record<string, Manifest>>;
}

/** One object of a history; it knows the others, which may be its children. */
export interface ObjectHistory {
  readonly record: ObjectRecord;
  readonly history: History;
}
