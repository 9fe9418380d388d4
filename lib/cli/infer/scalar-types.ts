import { fromPrimitive } from '../../codec/from-primitive.js';
import { toPrimitive } from '../../codec/to-primitive.js';
import { isBacklevelError } from '../../errors/backlevel-error.js';
import { field } from '../../field/field.js';
import type { FieldLike } from '../../field/field-shape.js';
import { sameData } from '../../field/json.js';
import { defineObject } from '../../model/define-object.js';
import { Registry } from '../../model/registry.js';
import type { Scalar } from './draft.js';

/** The fields that texts are tried with, the narrowest first; any text is a string. */
const TEXTS: readonly (readonly [Scalar, () => FieldLike])[] = [
  ['uuid', () => field.uuid()],
  ['dateTime', () => field.dateTime()],
  ['dateTimeText', () => field.dateTime({ as: 'text' })],
  ['mac', () => field.mac()],
  ['ipAddress', () => field.ipAddress()],
  ['string', () => field.string()],
];

/** The type that all of these values have, and that writes each as it came; `undefined` where they have none in common. */
export function scalarOf(values: readonly unknown[]): Scalar | undefined {
  if (values.every((value) => typeof value === 'boolean')) return 'boolean';
  if (values.every((value) => typeof value === 'string'))
    return TEXTS.find(([, make]) => values.every((value) => survives(make(), value)))?.[0];
  if (values.every((value) => Number.isSafeInteger(value))) return 'integer';
  if (values.every((value) => typeof value === 'bigint' || Number.isSafeInteger(value))) return 'bigint';
  if (values.every((value) => survives(field.number(), value))) return 'number';
  return undefined;
}

/** Whether a value comes back as it was from a field of this type. */
function survives(type: FieldLike, value: unknown): boolean {
  const options = { registry: new Registry(), untagged: '1.0' };
  const Probe = defineObject('Probe', '1.0', { value: type }, options);
  try {
    const back = toPrimitive(fromPrimitive(Probe, { value }), { target: 'untagged' });
    return sameData(back, { value });
  } catch (error) {
    if (isBacklevelError(error)) return false;
    throw error;
  }
}
