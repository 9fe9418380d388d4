import { field } from '../../field/field.js';
import type { FieldLike } from '../../field/field-shape.js';
import { defineObject } from '../../model/define-object.js';
import type { ObjectClass } from '../../model/model.js';
import { Registry } from '../../model/registry.js';
import type { ClassDraft, TypeDraft } from './draft.js';

/** The class of the last draft, made here and now, to try it before its source is written. */
export function classFrom(drafts: readonly ClassDraft[]): ObjectClass {
  const registry = new Registry();
  const classes = drafts.map(({ name, version, oldest, namespace, envelope, untagged, fields }) =>
    defineObject(
      name,
      version,
      Object.fromEntries(fields.map(({ wire, type, optional }) => [wire, fieldOf(type, optional)])),
      {
        registry,
        oldest,
        ...(namespace === undefined ? {} : { namespace }),
        ...(envelope === undefined ? {} : { envelope }),
        ...(untagged ? { untagged: version } : {}),
      },
    ),
  );
  return classes.at(-1) as ObjectClass;
}

function fieldOf(type: TypeDraft, optional = false): FieldLike {
  const options = {
    ...(type.nullable ? { nullable: true as const } : {}),
    ...(optional ? { optional } : {}),
  };
  switch (type.kind) {
    case 'list':
      return field.list(fieldOf(type.element), options);
    case 'dict':
      return field.dict(fieldOf(type.element), options);
    case 'object':
      return field.object(type.name, options);
    case 'dateTimeText':
      return field.dateTime({ ...options, as: 'text' as const });
    case 'uuid':
    case 'ipAddress':
    case 'mac':
    case 'integer':
    case 'bigint':
    case 'number':
    case 'boolean':
    case 'string':
    case 'json':
    case 'dateTime':
      return (field[type.kind] as (given: object) => FieldLike)(options);
  }
}
