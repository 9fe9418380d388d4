import type { FieldDefinition } from '../../field/definition.js';
import type { FieldType } from '../../field/field-type.js';
import type { Json } from '../../field/json.js';
import type { ShapeField } from '../../history/shape.js';
import type { Model } from '../../model/model.js';
import { envelopeChildren } from '../../codec/engine/envelope-children.js';
import { Work } from '../../codec/engine/work.js';
import { inTextOrder } from './in-text-order.js';
import type { FieldRecord, Said, TypeRecord } from './object-record.js';

const COMPUTED: Said = { computed: true };

/** A field at one version as data: all of it that a reader can notice, and what decides its value where none is sent. */
export function fieldRecordOf(
  { type, definition, optional, sensitive }: ShapeField,
  model: Model,
): FieldRecord {
  const { options } = definition;
  return {
    type: typeRecordOf(type),
    ...(optional ? { optional: true } : {}),
    ...(options.readOnly === true ? { readOnly: true } : {}),
    ...(sensitive ? { sensitive: true } : {}),
    ...defaultOf(type, definition, model),
    ...(options.absent === undefined ? {} : { absent: { value: options.absent } }),
    ...(options.coerce === true ? { coerce: true } : {}),
    ...(options.down === 'refuse' ? { down: 'refuse' } : {}),
    ...(typeof options.down === 'function' ? { down: 'computed' } : {}),
    ...(options.fill === undefined ? {} : { fill: said(options.fill) }),
    ...(options.deprecated === undefined ? {} : { deprecated: options.deprecated }),
  };
}

/** A type as data, its elements included. */
export function typeRecordOf(type: FieldType): TypeRecord {
  return {
    ...withoutNoLimits(type.spec()),
    kind: type.kind,
    ...(type.nullable ? { nullable: true } : {}),
    ...(type.element === undefined ? {} : { element: typeRecordOf(type.element) }),
  };
}

// A limit can be said in numbers that JSON does not have: infinity is none, and a negative zero is zero.
function withoutNoLimits(spec: Readonly<Record<string, Json>>): Readonly<Record<string, Json>> {
  const said = Object.entries(spec).filter(([, part]) => typeof part !== 'number' || Number.isFinite(part));
  return Object.fromEntries(said.map(([name, part]) => [name, part === 0 ? 0 : part]));
}

/** A default is what an instance holds: it is recorded in its wire form, a set in an order of its own. */
function defaultOf(type: FieldType, { options }: FieldDefinition, model: Model): { readonly default?: Said } {
  if (options.default === undefined) return {};
  if (typeof options.default === 'function') return { default: COMPUTED };
  const work = new Work(model, envelopeChildren, {}, undefined);
  const wire = type.write(options.default, work);
  // What an older version does not take was no default then.
  if (work.problems.length > 0) return {};
  // The wire form of a child tells its version and its fields, which are not the parent's: like a function, it is not told.
  if (type.nest !== undefined && isFilled(wire)) return { default: COMPUTED };
  return { default: { value: plainValue(type, wire) } };
}

function isFilled(wire: unknown): boolean {
  return typeof wire === 'object' && wire !== null && Object.keys(wire).length > 0;
}

function plainValue({ kind, element }: FieldType, wire: unknown): Json {
  if (typeof wire === 'bigint') return String(wire);
  if (element === undefined || wire === null) return wire as Json;
  if (!Array.isArray(wire)) {
    const entries = Object.entries(wire as Readonly<Record<string, unknown>>);
    return Object.fromEntries(entries.map(([key, member]) => [key, plainValue(element, member)]));
  }
  const items = wire.map((item) => plainValue(element, item));
  return kind === 'set' ? inTextOrder(items) : items;
}

function said(value: unknown): Said {
  return typeof value === 'function' ? COMPUTED : { value: value as Json };
}
