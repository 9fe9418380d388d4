import test from 'ava';
import {
  clone,
  create,
  DeclarationError,
  decode,
  defineObject,
  encode,
  field,
  modelOf,
  Registry,
  shapeAt,
  Version,
  versioned,
} from '../../lib/index.js';

class Account {
  @field.string() name: string;

  constructor(name: string) {
    if (name === undefined) throw new TypeError('a name is needed');
    this.name = name;
  }
}

test('construct: where the constructor needs arguments and nothing is said, the message says what', (t) => {
  @versioned('Login', '1.0', { registry: new Registry() })
  class Login extends Account {}
  const expected = {
    instanceOf: DeclarationError,
    message:
      'Login: new Class() without arguments throws; give @versioned a construct: () => an empty instance',
  };
  const error = t.throws(() => create(Login, { name: 'ann' }), expected);
  t.is((error.cause as Error).message, 'a name is needed');
  t.throws(() => decode(Login, encode(new Login('ann'))), expected);
});

test('construct: makes the instances of create, decode and clone', (t) => {
  let made = 0;
  @versioned<Login>('Login', '1.0', {
    registry: new Registry(),
    construct: () => {
      made += 1;
      return new Login('empty');
    },
  })
  class Login extends Account {}
  const login = create(Login, { name: 'ann' });
  t.true(login instanceof Login);
  t.deepEqual(decode(Login, encode(login)), login);
  t.deepEqual(clone(login), login);
  t.is(made, 3);
});

test('check: holds across fields, when made, written and read', (t) => {
  @versioned<Range>('Range', '1.0', {
    registry: new Registry(),
    check: (range) => (range.low <= range.high ? undefined : `low ${range.low} is above high ${range.high}`),
  })
  class Range {
    @field.integer() low!: number;
    @field.integer() high!: number;
  }
  const range = create(Range, { low: 1, high: 2 });
  const text = encode(range);
  t.throws(() => create(Range, { low: 3, high: 2 }), {
    code: 'BACKLEVEL_INVALID_OBJECT',
    message: /^Range: low 3 is above high 2/,
  });
  t.throws(() => decode(Range, text.replace('"low":1', '"low":3')), {
    code: 'BACKLEVEL_INVALID_PAYLOAD',
    message: /low 3 is above/,
  });
  range.low = 3;
  t.throws(() => encode(range), { code: 'BACKLEVEL_INVALID_OBJECT', message: /low 3 is above/ });
});

test('check: is asked for no object that has a fault', (t) => {
  const asked: number[] = [];
  const Sample = defineObject(
    'Sample',
    '1.0',
    { size: field.integer() },
    {
      registry: new Registry(),
      check: ({ size }) => {
        asked.push(size);
        return undefined;
      },
    },
  );
  t.throws(() => create(Sample, { size: 'x' as unknown as number }));
  t.deepEqual(asked, []);
});

test('shapeAt(): a field may take over the name of one that went, and two may swap', (t) => {
  const Stack = defineObject(
    'Stack',
    '1.2',
    {
      size: field.integer({ since: '1.2' }),
      a: field.string({ renamed: [{ in: '1.1', from: 'b' }] }),
      b: field.string({ renamed: [{ in: '1.1', from: 'a' }] }),
    },
    { registry: new Registry(), retired: { old: field.string({ until: '1.2', wire: 'size' }) } },
  );
  const names = (version: string): string[] =>
    shapeAt(modelOf(Stack), Version.parse(version)).fields.map(
      ({ property, wire, type }) => `${property}=${wire}:${type.kind}`,
    );
  t.deepEqual(names('1.0'), ['a=b:string', 'b=a:string', 'old=size:string']);
  t.deepEqual(names('1.1'), ['a=a:string', 'b=b:string', 'old=size:string']);
  t.deepEqual(names('1.2'), ['size=size:integer', 'a=a:string', 'b=b:string']);
});
