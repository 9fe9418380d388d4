import { field, type FieldLike } from '../../../lib/index.js';

const inner = field.string({ minLength: 1, maxLength: 8, pattern: /[a-z ]+/i });

/** A field of every kind, with every option of its own and every limit. A class that has them needs a Disk beside it. */
export const everyField: Readonly<Record<string, FieldLike>> = {
  string: field.string({ minLength: 2, maxLength: 9, pattern: /[p-z]+\d*/iu }),
  integer: field.integer({ min: 0.5, max: 7.5 }),
  bigint: field.bigint({ min: -3, max: 2 ** 40 }),
  number: field.number({ min: -0.25, max: 0.25 }),
  boolean: field.boolean(),
  enum: field.enum(['a', 1, 'b', '1']),
  state: field.stateMachine(['new', 'on', 'off'], { new: ['on', 'off'], on: ['off'], off: ['on'] }),
  uuid: field.uuid(),
  date: field.dateTime(),
  moment: field.dateTime({ as: 'text' }),
  address: field.ipAddress(),
  address4: field.ipAddress({ version: 4 }),
  address6: field.ipAddress({ version: 6 }),
  network: field.ipNetwork(),
  network4: field.ipNetwork({ version: 4 }),
  network6: field.ipNetwork({ version: 6 }),
  mac: field.mac(),
  pciAddress: field.pciAddress(),
  versionPredicate: field.versionPredicate(),
  json: field.json(),
  list: field.list(inner, { maxItems: 3 }),
  nothing: field.list(inner, { maxItems: 0 }),
  set: field.set(field.integer({ max: -5 }), { maxItems: 1 }),
  dict: field.dict(field.list(field.dict(field.enum(['x', 'y'], { nullable: true }))), { maxItems: 1 }),
  object: field.object('Disk'),
  disks: field.dict(field.list(field.object('Disk', { subclasses: { Sparse: {} } }))),
  anyDisk: field.object('Disk', { subclasses: true }),
};

/** The same, each with one of the options that any field takes. */
export const everyOption: Readonly<Record<string, FieldLike>> = {
  nullable: field.list(inner, { nullable: true }),
  optional: field.integer({ optional: true }),
  both: field.uuid({ nullable: true, optional: true }),
  readOnly: field.string({ readOnly: true }),
  sensitive: field.string({ sensitive: true }),
  coerce: field.integer({ coerce: true }),
  child: field.object('Disk', { nullable: true, optional: true, readOnly: true }),
};
