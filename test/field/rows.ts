import test from 'ava';
import { inspect, isDeepStrictEqual } from 'node:util';
import {
  create,
  defineObject,
  type FaultKind,
  type FieldLike,
  fromPrimitive,
  InvalidObjectError,
  InvalidPayloadError,
  type ObjectClass,
  Registry,
  toPrimitive,
  validate,
} from '../../lib/index.js';

/** An object of one field. */
export interface Box {
  value: unknown;
}

/** A class `Box` 1.0 whose one field, `value`, is the given one; in a registry of its own. */
export function boxOf(value: FieldLike): ObjectClass<Box> {
  return defineObject('Box', '1.0', { value }, { registry: new Registry() }) as ObjectClass<Box>;
}

/** The envelope of a `Box`. */
export function boxed(value: unknown): Record<string, unknown> {
  return {
    'versioned_object.name': 'Box',
    'versioned_object.namespace': 'backlevel',
    'versioned_object.version': '1.0',
    'versioned_object.data': { value },
  };
}

/** Where the field stands in the payload; pointers of faults go on from here. */
export const AT_VALUE = '/versioned_object.data/value';

/** What the field is on the wire, for a value in the instance. */
export function wireOf(Class: ObjectClass<Box>, value: unknown): unknown {
  const primitive = toPrimitive(create(Class, { value }));
  return (primitive['versioned_object.data'] as Box).value;
}

const shown = (value: unknown): string => inspect(value, { depth: 6, breakLength: Infinity }).slice(0, 100);

/** A wire value is accepted, gives this value in the instance, and is written again as `written`, which reads as the same. */
export const reads = test.macro({
  exec(t, field: FieldLike, wire: unknown, value: unknown = wire, written: unknown = wire) {
    const Class = boxOf(field);
    t.deepEqual(validate(Class, boxed(wire)), []);
    const instance = fromPrimitive(Class, boxed(wire));
    t.deepEqual(instance.value, value);
    t.deepEqual(wireOf(Class, instance.value), written);
    t.deepEqual(fromPrimitive(Class, boxed(written)).value, value);
  },
  title: (given = '', _field, wire) => `${given}: reads ${shown(wire)}`,
});

/** A wire value is refused with one fault of this kind; `below` is the pointer from the field on. */
export const refuses = test.macro({
  exec(
    t,
    field: FieldLike,
    wire: unknown,
    kind: FaultKind,
    below: string = '',
    message: RegExp = /expected/,
  ) {
    const Class = boxOf(field);
    const faults = validate(Class, boxed(wire));
    t.deepEqual(
      faults.map((fault) => [fault.kind, fault.pointer, fault.object, fault.field]),
      [[kind, AT_VALUE + below, 'Box', 'value']],
    );
    t.regex(faults[0]?.message ?? '', /^Box\.value: /);
    t.regex(faults[0]?.message ?? '', message);
    const error = t.throws(() => fromPrimitive(Class, boxed(wire)), { instanceOf: InvalidPayloadError });
    t.deepEqual(error.fault, faults[0]);
    t.is(error.version, '1.0');
  },
  title: (given = '', _field, wire) => `${given}: refuses ${shown(wire)}`,
});

/** A value in an instance is refused where it is made and where it is written. */
export const refusesValue = test.macro({
  exec(
    t,
    field: FieldLike,
    value: unknown,
    kind: FaultKind,
    below: string = '',
    message: RegExp = /expected/,
  ) {
    const Class = boxOf(field);
    const error = t.throws(() => create(Class, { value }), { instanceOf: InvalidObjectError });
    t.deepEqual(
      error.faults.map((fault) => [fault.kind, fault.pointer]),
      [[kind, `/value${below}`]],
    );
    t.regex(error.message, message);
    const instance = Object.assign(new (Class as unknown as new () => Box)(), { value });
    t.deepEqual(validate(Class, instance), error.faults);
    t.throws(() => toPrimitive(instance), { instanceOf: InvalidObjectError, message: error.message });
  },
  title: (given = '', _field, value) => `${given}: refuses the value ${shown(value)}`,
});

/** With `coerce` a wire value is read as if it were `meant`; without, it is refused. */
export const coerces = test.macro({
  exec(t, field: FieldLike, wire: unknown, meant: unknown) {
    const Class = boxOf(field);
    t.throws(() => fromPrimitive(Class, boxed(wire)), { instanceOf: InvalidPayloadError });
    const before = structuredClone(wire);
    const instance = fromPrimitive(Class, boxed(wire), { coerce: true });
    t.deepEqual(instance.value, fromPrimitive(Class, boxed(meant)).value);
    t.true(isDeepStrictEqual(wire, before), 'the payload is not changed');
  },
  title: (given = '', _field, wire, meant) => `${given}: coerces ${shown(wire)} to ${shown(meant)}`,
});

/** Also with `coerce`, a wire value is refused. */
export const coercesNot = test.macro({
  exec(t, field: FieldLike, wire: unknown) {
    t.throws(() => fromPrimitive(boxOf(field), boxed(wire), { coerce: true }), {
      instanceOf: InvalidPayloadError,
    });
  },
  title: (given = '', _field, wire) => `${given}: does not coerce ${shown(wire)}`,
});
