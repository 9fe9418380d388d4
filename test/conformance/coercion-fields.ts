import { defineObject, field, type FieldLike, type ObjectClass, Registry } from '../../lib/index.js';
import type { FieldSpec, RecordedType } from './coercion-table.js';
import { fieldFor } from './field-for.js';

type Make = (type: RecordedType, options: object) => FieldLike;

/** What the recorded services do not use, or use more loosely than it is declared. */
const makers: Readonly<Record<string, Make>> = {
  SensitiveString: (_type, options) => field.string({ ...options, sensitive: true }),
  UUID: (_type, options) => field.uuid(options),
  NonNegativeInteger: (_type, options) => field.integer({ ...options, min: 0 }),
  NonNegativeFloat: (_type, options) => field.number({ ...options, min: 0 }),
  IPV4AndV6Address: (_type, options) => field.ipAddress(options),
  IPV4Network: (_type, options) => field.ipNetwork({ ...options, version: 4 }),
  IPV6Network: (_type, options) => field.ipNetwork({ ...options, version: 6 }),
  List: ({ element }, options) => field.list(fieldOf(element as RecordedType), options),
  Set: ({ element }, options) => field.set(fieldOf(element as RecordedType), options),
  Dict: ({ element }, options) => field.dict(fieldOf(element as RecordedType), options),
};

/** A class with the recorded state machine; `free` is a state that nothing is said of. */
export const machineHolder = defineObject(
  'Machine',
  '1.0',
  {
    f: field.stateMachine(
      ['off', 'on', 'broken', 'free'],
      { off: ['on'], on: ['broken', 'off'], broken: [] },
      { nullable: true, optional: true },
    ),
  },
  { registry: new Registry(), untagged: '1.0' },
);

function fieldOf(type: RecordedType): FieldLike {
  const options = type.nullable ? { nullable: true } : {};
  return (makers[type.type] ?? fieldFor)(type, options);
}

/** A class with one field `f` like the recorded one, beside the classes that Python had registered. `Missing` it had not. */
export function holderOf({
  field: name,
  description,
}: Pick<FieldSpec, 'field' | 'description'>): ObjectClass {
  const registry = new Registry({ namespace: 'versionedobjects' });
  const id = field.integer({ optional: true });
  const uuid = field.uuid({ nullable: true, optional: true });
  const Child = defineObject('Child', '1.1', { id, uuid }, { registry });
  defineObject(
    'ChildSub',
    '1.0',
    { extra: field.string({ optional: true }) },
    { registry, extends: Child, base: { '1.0': '1.1' } },
  );
  defineObject('Other', '1.0', { id }, { registry });
  const f =
    name === 'StateMachine'
      ? field.stateMachine(description.type.valid_values as string[], {})
      : fieldOf(description.type);
  return defineObject('Holder', '1.0', { f }, { registry, untagged: '1.0' });
}
