import test from 'ava';
import { runInNewContext } from 'node:vm';
import { copyData, isPlainObject, isRecord, sameData, setMember } from '../../lib/field/json.js';

class Own {}

const kinds: [name: string, value: unknown, record: boolean, plain: boolean][] = [
  ['a literal', {}, true, true],
  ['an object without prototype', Object.create(null), true, true],
  ['a literal of another realm', runInNewContext('({ a: 1 })'), true, true],
  ['an array', [], false, false],
  ['null', null, false, false],
  ['undefined', undefined, false, false],
  ['a string', 'a', false, false],
  ['a function', (): void => {}, false, false],
  ['a Date', new Date(0), true, false],
  ['a Map', new Map(), true, false],
  ['an instance', new Own(), true, false],
  ['an object with a prototype of its own', Object.create({}), true, false],
  ['an instance of another realm', runInNewContext('new (class A {})()'), true, false],
];
for (const [name, value, record, plain] of kinds) {
  test(`isRecord(), isPlainObject(): ${name}`, (t) => {
    t.is(isRecord(value), record);
    t.is(isPlainObject(value), plain);
  });
}

const pairs: [a: unknown, b: unknown, same: boolean][] = [
  [1, 1, true],
  [0, -0, true],
  [Number.NaN, Number.NaN, true],
  [1, '1', false],
  [1, 1n, true],
  [2n ** 64n, 2n ** 64n, true],
  [1n, '1', false],
  [1n, true, false],
  [null, undefined, false],
  [[], [], true],
  [[1, [2]], [1, [2]], true],
  [[1], [1, 2], false],
  [[1, 2], [2, 1], false],
  [[], {}, false],
  [{}, [], false],
  [{}, null, false],
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
  [{ a: 1, b: undefined }, { a: 1 }, true],
  [{ a: undefined }, { b: undefined }, true],
  [{ a: 1 }, { b: 1 }, false],
  [{ toString: 1 }, {}, false],
  [{ a: {} }, { a: { b: 1 } }, false],
  [JSON.parse('{"__proto__":1}'), JSON.parse('{"__proto__":1}'), true],
  [JSON.parse('{"__proto__":1}'), {}, false],
  [JSON.parse('{"__proto__":{}}'), { a: {} }, false],
];
for (const [index, [a, b, same]] of pairs.entries()) {
  test(`sameData(): row ${index} is ${same ? 'the same' : 'different'}, either way round`, (t) => {
    t.is(sameData(a, b), same);
    t.is(sameData(b, a), same);
  });
}

test('setMember(): __proto__ becomes a member, as every other key', (t) => {
  const target: Record<string, unknown> = {};
  for (const key of ['__proto__', 'constructor', 'a']) setMember(target, key, { polluted: key });
  t.deepEqual(Object.keys(target), ['__proto__', 'constructor', 'a']);
  t.is(Object.getPrototypeOf(target), Object.prototype);
  setMember(target, '__proto__', 2);
  t.is(JSON.stringify(target['__proto__']), '2');
});

test('copyData(): copies lists and plain objects, and shares the rest', (t) => {
  const moment = new Date(0);
  const data = JSON.parse('{"a":[{"b":1}],"__proto__":{"c":[2]}}') as Record<string, unknown>;
  data['moment'] = moment;
  const copy = copyData(data);
  t.deepEqual(Object.keys(copy), ['a', '__proto__', 'moment']);
  t.true(sameData(copy, data));
  t.not(copy['a'], data['a']);
  t.is(copy['moment'], moment);
});
