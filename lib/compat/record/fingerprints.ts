import { createHash } from 'node:crypto';
import { canonicalJson } from '../../codec/canonical-json.js';
import type { Json } from '../../field/json.js';
import type { ChangeRecord, FieldRecord, ObjectRecord, VersionRecord } from './object-record.js';

/** What tells one object from another on the wire. */
export type Identity = Pick<ObjectRecord, 'namespace' | 'object' | 'envelope'>;

/**
 * The fingerprint of what a reader can notice of a version: names, types, which fields may be null, left out, not changed, not shown.
 * Order, classes, files, functions, texts and the versions of children are not in it. `'s1-'` and a SHA-256 in hexadecimal.
 */
export function shapeFingerprint(
  { namespace, object, envelope }: Identity,
  fields: Readonly<Record<string, FieldRecord>>,
): string {
  const noticed = mapFields(fields, ({ type, optional, readOnly, sensitive }) => ({
    type: type as Json,
    ...(optional === undefined ? {} : { optional }),
    ...(readOnly === undefined ? {} : { readOnly }),
    ...(sensitive === undefined ? {} : { sensitive }),
  }));
  return `s1-${digest({ namespace, object, envelope, fields: noticed })}`;
}

/**
 * The fingerprint of what a version does to payloads: defaults, what absence means, changes, and what functions make of the samples.
 * A function counts by what it does, not by its text. `'b1-'` and a SHA-256 in hexadecimal.
 */
export function behaviourFingerprint({
  fields,
  changes,
  down,
  up,
}: Pick<VersionRecord, 'fields' | 'changes' | 'down' | 'up'>): string {
  const deciding = mapFields(
    fields,
    ({ type: _t, optional: _o, readOnly: _r, sensitive: _s, deprecated: _d, ...rest }) =>
      Object.keys(rest).length === 0 ? undefined : (rest as Json),
  );
  const order = changes.map((change) => canonicalJson(withoutPolicy(change))).toSorted();
  return `b1-${digest({ fields: deciding, changes: order, down: down ?? [], up: up ?? [] })}`;
}

// A refusal that is said on purpose is the same refusal.
function withoutPolicy(change: ChangeRecord): ChangeRecord {
  if (change.kind !== 'values') return change;
  const { refuse: _refuse, ...rest } = change;
  return rest;
}

function mapFields(
  fields: Readonly<Record<string, FieldRecord>>,
  turn: (field: FieldRecord) => Json | undefined,
): Record<string, Json> {
  const turned = Object.entries(fields).map(([wire, field]) => [wire, turn(field)] as const);
  return Object.fromEntries(turned.filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

function digest(data: unknown): string {
  return createHash('sha256').update(canonicalJson(data)).digest('hex');
}
