import test from 'ava';
import { Expose } from 'class-transformer';
import {
  DeclarationError,
  field,
  historyOf,
  modelOf,
  type ObjectClass,
  Registry,
  shapeAt,
  Version,
} from '../../lib/index.js';

class Renamed {
  @Expose({ name: 'text', since: 1.1 })
  @Expose({ name: 'body', until: 1.1 })
  value!: string;
}
class Steady {
  @Expose({ name: 'text' }) value!: string;
}

// Loaded after the decorators above ran: class-transformer itself has forgotten the name `body`.
const { fromClassTransformer } = await import('../../lib/class-transformer/index.js');

const convert = (Class: ObjectClass<{ value: string }>, options: object = {}): void =>
  fromClassTransformer(Class, {
    name: Class.name,
    versions: { 1: '1.0', 1.1: '1.1' },
    registry: new Registry(),
    ...options,
  });

test('fromClassTransformer(): refuses a history of which it may not have seen all', (t) => {
  const error = t.throws(() => convert(Renamed), { instanceOf: DeclarationError });
  t.is(error.where, 'Renamed.value');
  t.regex(error.reason, /ran before backlevel\/class-transformer was loaded/);
  t.regex(
    error.cure,
    /import 'backlevel\/class-transformer' before.*fields: \{ value: field\(\{ since: '1\.1' \}\) \}/,
  );
});

test('fromClassTransformer(): takes the history that a field tells in its place', (t) => {
  convert(Renamed, { fields: { value: field({ renamed: [{ in: '1.1', from: 'body' }] }) } });
  t.deepEqual(
    historyOf(modelOf(Renamed)).map(({ changes }) => changes),
    [[{ kind: 'renamed', field: 'text', from: 'body' }]],
  );
});

test('fromClassTransformer(): takes an @Expose without a range, whenever it ran', (t) => {
  convert(Steady);
  t.deepEqual([...shapeAt(modelOf(Steady), Version.parse('1.0')).byWire.keys()], ['text']);
});
