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
    ...(options.default === undefined ? {} : { default: defaultOf(type, definition, model) }),
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
    ...type.spec(),
    kind: type.kind,
    ...(type.nullable ? { nullable: true } : {}),
    ...(type.element === undefined ? {} : { element: typeRecordOf(type.element) }),
  };
}

// A default is what an instance holds: it is recorded in its wire form, a set in an order of its own.
function defaultOf(type: FieldType, { options, kind }: FieldDefinition, model: Model): Said {
  if (typeof options.default === 'function') return COMPUTED;
  const wire = type.write(options.default, new Work(model, envelopeChildren, {}, undefined));
  if (typeof wire === 'bigint') return { value: String(wire) };
  return { value: kind === 'set' ? inTextOrder(wire as readonly Json[]) : (wire as Json) };
}

function said(value: unknown): Said {
  return typeof value === 'function' ? COMPUTED : { value: value as Json };
}
