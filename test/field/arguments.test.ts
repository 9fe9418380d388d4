import test from 'ava';
import { DeclarationError, field } from '../../lib/index.js';

const refuses = test.macro({
  exec: (t, declare: () => unknown, where: string, reason: string, cure: RegExp) => {
    const error = t.throws(declare, { instanceOf: DeclarationError, code: 'BACKLEVEL_DECLARATION' });
    t.deepEqual([error?.where, error?.reason], [where, reason]);
    t.regex(error?.cure ?? '', cure);
  },
  title: (given, _declare, where: string) => `${where}: refuses ${given}`,
});

// What the compiler refuses, and a program without types does not.
const nothing = undefined as never;
const { dict, list, object, set, stateMachine, enum: oneOf } = field;

const states = /as in field\.stateMachine\(\['a', 'b'\], \{ a: \['b'\] \}\)$/;
test(
  'no values',
  refuses,
  () => oneOf(nothing),
  'field.enum()',
  'it takes a list of values, got nothing',
  /as in/,
);
test(
  'an empty list',
  refuses,
  () => oneOf([]),
  'field.enum()',
  'it takes a list of values, got an empty list',
  /as in/,
);
test(
  'a text',
  refuses,
  () => oneOf('abc' as never),
  'field.enum()',
  'it takes a list of values, got "abc"',
  /as in/,
);
test(
  'null',
  refuses,
  () => oneOf([null as never]),
  'field.enum()',
  'null is no value of it',
  /nullable: true/,
);
test(
  'a list',
  refuses,
  () => oneOf(['a', [1] as never]),
  'field.enum()',
  'a list of 1 is no value of it',
  /texts/,
);
test('NaN', refuses, () => oneOf([Number.NaN]), 'field.enum()', 'NaN is no value of it', /texts and numbers/);

const machine = 'field.stateMachine()';
test(
  'no states',
  refuses,
  () => stateMachine(nothing, {}),
  machine,
  'it takes a list of values, got nothing',
  states,
);
test(
  'no transitions',
  refuses,
  () => stateMachine(['a'], nothing),
  machine,
  'it takes what may follow each state, got nothing',
  states,
);

const containers: Readonly<Record<string, (element: never) => unknown>> = { list, set, dict };
for (const [name, container] of Object.entries(containers)) {
  const where = `field.${name}()`;
  const cure = new RegExp(`as in field\\.${name}\\(field\\.string\\(\\)\\)$`);
  const says = (got: string): string => `it takes the type of what is in it, got ${got}`;
  test('nothing', refuses, () => container(nothing), where, says('nothing'), cure);
  test(
    'a type that was not called',
    refuses,
    () => container(field.string as never),
    where,
    says('a function'),
    cure,
  );
  test('the name of a type', refuses, () => container('string' as never), where, says('"string"'), cure);
}

const classWanted = (got: string): string =>
  `it takes a class, a function that returns one, or its name, got ${got}`;
const inFunction = /field\.object\(\(\) => Disk\)$/;
test(
  'a class that is not there yet',
  refuses,
  () => object(nothing),
  'field.object()',
  classWanted('nothing'),
  inFunction,
);
test('an empty name', refuses, () => object(''), 'field.object()', classWanted('""'), inFunction);
