import test from 'ava';
import { create, DeclarationError, encode, field, fromPrimitive, validate } from '../../lib/index.js';
import { boxed, boxOf, coercesNot, reads, refuses, refusesValue } from './rows.js';

const states = ['queued', 'running', 'done', 'failed'] as const;
const state = field.stateMachine(states, { queued: ['running', 'failed'], running: ['done', 'failed'] });

for (const wire of states) test('stateMachine()', reads, state, wire);
for (const wire of ['paused', '', 'constructor', 0, true, []])
  test('stateMachine()', refuses, state, wire, 'value', '', /one of "queued", "running", "done", "failed"/);
test('stateMachine()', refuses, state, null, 'null');
test('stateMachine()', refusesValue, state, 'paused', 'value');
test('stateMachine()', coercesNot, state, 'Queued');
test('stateMachine({ nullable })', reads, field.stateMachine(states, {}, { nullable: true }), null);

const moves = test.macro({
  exec(t, from: string | null, to: string | null, allowed: boolean) {
    const Class = boxOf(
      field.stateMachine(states, { queued: ['running'], running: ['done'] }, { nullable: true }),
    );
    const instance = fromPrimitive(Class, boxed(from));
    instance.value = to;
    const faults = validate(Class, instance);
    t.deepEqual(
      faults.map((fault) => [fault.kind, fault.pointer]),
      allowed ? [] : [['value', '/value']],
    );
    if (allowed) return t.notThrows(() => encode(instance));
    t.regex(faults[0]?.message ?? '', new RegExp(`a state that may follow "${from}", got "${to}"`));
    return t.throws(() => encode(instance), { code: 'BACKLEVEL_INVALID_OBJECT' });
  },
  title: (_given, from: string | null, to: string | null, allowed) =>
    `stateMachine(): ${from} ${allowed ? 'may' : 'may not'} become ${to}`,
});
test(moves, 'queued', 'queued', true);
test(moves, 'queued', 'running', true);
test(moves, 'queued', 'done', false);
test(moves, 'running', 'queued', false);
test(moves, 'running', 'done', true);
test(moves, 'done', 'done', true);
test(moves, 'done', 'queued', false);
test(moves, null, 'done', true);

test('stateMachine(): a new object starts in any state', (t) => {
  const Class = boxOf(state);
  for (const value of states) t.is(create(Class, { value }).value, value);
});

test('stateMachine(): transitions between strangers fail when the field is declared', (t) => {
  const wrong = [
    () => field.stateMachine(['a', 'b'], { c: ['a'] } as never),
    () => field.stateMachine(['a', 'b'], { a: ['c'] } as never),
  ];
  for (const declare of wrong) {
    const error = t.throws(declare, { instanceOf: DeclarationError });
    t.is(
      error.message,
      'field.stateMachine(): "c" is no state; name it among the states, or take the transition away',
    );
  }
});
