import test from 'ava';
import {
  create,
  decode,
  defineObject,
  encode,
  field,
  type HookData,
  type Hooks,
  Registry,
  toPrimitive,
} from '../../lib/index.js';
import { dataOf, deepFreeze, envelope } from './payload.js';
import { refused } from './refusal.js';

/** A Box 1.2 of Balls; Ball 1.1 calls its `color` what 1.0 calls `colour`. */
function boxes(hooks: Hooks) {
  const registry = new Registry();
  const Ball = defineObject(
    'Ball',
    '1.1',
    { color: field.string({ renamed: [{ in: '1.1', from: 'colour' }] }) },
    { registry },
  );
  const ball = field.object(Ball, { versions: { '1.0': '1.0', '1.2': '1.1' } });
  const Box = defineObject(
    'Box',
    '1.2',
    {
      one: field.object(Ball, { versions: { '1.0': '1.0', '1.2': '1.1' }, nullable: true }),
      rows: field.list(field.list(ball)),
      bag: field.set(ball),
      by: field.dict(field.dict(ball)),
    },
    { registry, obj_make_compatible: hooks },
  );
  const red = () => create(Ball, { color: 'red' });
  return { registry, Ball, Box, red };
}

const newBall = { name: 'Ball', version: '1.1', namespace: 'backlevel', data: { color: 'red' } };

test('hooks: children come in their newest shape, at any depth, both ways', (t) => {
  const seen: HookData[] = [];
  const look = (data: HookData) => {
    seen.push(structuredClone(data));
  };
  const { Box, red } = boxes({ '1.2': { down: look, up: look } });
  const box = create(Box, {
    one: red(),
    rows: [[red()], []],
    bag: new Set([red()]),
    by: { a: { b: red() } },
  });
  const text = encode(box, { target: '1.0' });
  t.deepEqual(dataOf(dataOf(text)['one'] as HookData), { colour: 'red' });
  decode(Box, text);
  t.is(seen.length, 2);
  for (const data of seen) {
    t.like(data['one'], newBall);
    t.like(data['rows'][0][0], newBall);
    t.like(data['bag'][0], newBall);
    t.like(data['by'].a.b, newBall);
  }
});

test('hooks: child() makes one, by class or by name, in the newest shape', (t) => {
  for (const byName of [false, true]) {
    const { Box, Ball, red } = boxes({
      '1.2': (data, { child }) => {
        data['one'] = child(byName ? 'Ball' : Ball, { color: 'blue' });
        data['rows'] = [[child(Ball, { color: 'green' })]];
      },
    });
    const box = create(Box, { one: red(), rows: [], bag: new Set(), by: {} });
    const older = dataOf(encode(box, { target: '1.1' }));
    t.deepEqual(older['one'], envelope('Ball', '1.0', { colour: 'blue' }));
    t.deepEqual(older['rows'], [[envelope('Ball', '1.0', { colour: 'green' })]]);
    t.is(box.one?.color, 'red');
  }
});

test('hooks: a child that is changed in place is written changed, and the instance is not', (t) => {
  const { Box, red } = boxes({
    '1.2': (data) => {
      data['one'].data.color = 'black';
      data['rows'][0].pop();
    },
  });
  const box = deepFreeze(create(Box, { one: red(), rows: [[red(), red()]], bag: new Set(), by: {} }));
  const older = dataOf(toPrimitive(box, { target: '1.1' }));
  t.deepEqual(dataOf(older['one'] as HookData), { colour: 'black' });
  t.is((older['rows'] as unknown[][])[0]?.length, 1);
  t.is(box.one?.color, 'red');
  t.is(box.rows[0]?.length, 2);
});

test('hooks: an object can become plain data and come back as a child', (t) => {
  const registry = new Registry();
  const Props = defineObject('Props', '1.0', { data: field.json(), secret: field.boolean() }, { registry });
  const Stack = defineObject(
    'Stack',
    '1.1',
    { props: field.object(Props, { since: '1.1', nullable: true }) },
    {
      registry,
      retired: { properties: field.json({ until: '1.1' }) },
      obj_make_compatible: {
        '1.1': {
          down: (data) => {
            data['properties'] = data['props']?.data.data ?? {};
          },
          up: (data, { child }) => {
            data['props'] = child(Props, { data: data['properties'], secret: false });
          },
        },
      },
    },
  );
  const text = encode(create(Stack, { props: create(Props, { data: { a: 1 }, secret: false }) }), {
    target: '1.0',
  });
  t.deepEqual(dataOf(text), { properties: { a: 1 } });
  const read = decode(Stack, text);
  t.true(read.props instanceof Props);
  t.deepEqual({ ...read.props }, { data: { a: 1 }, secret: false });
  t.deepEqual(dataOf(encode(create(Stack, { props: null }), { target: '1.0' })), { properties: {} });
});

test('hooks: a child in a retired field is written down too', (t) => {
  const registry = new Registry();
  const Ball = defineObject(
    'Ball',
    '1.1',
    { color: field.string({ renamed: [{ in: '1.1', from: 'colour' }] }) },
    { registry },
  );
  const Box = defineObject(
    'Box',
    '1.1',
    { color: field.string({ since: '1.1' }) },
    {
      registry,
      retired: { ball: field.object(Ball, { until: '1.1', versions: { '1.0': '1.0' } }) },
      obj_make_compatible: {
        '1.1': {
          down: (data, { child }) => {
            data['ball'] = child(Ball, { color: data['color'] });
          },
          up: (data) => {
            data['color'] = data['ball'].data.color;
          },
        },
      },
    },
  );
  const text = encode(create(Box, { color: 'red' }), { target: '1.0' });
  t.deepEqual(dataOf(text), { ball: envelope('Ball', '1.0', { colour: 'red' }) });
  t.is(decode(Box, text).color, 'red');
});

test('hooks: the hooks of children run with their own versions', (t) => {
  const registry = new Registry();
  const targets: string[] = [];
  const Ball = defineObject(
    'Ball',
    '1.2',
    { id: field.integer() },
    {
      registry,
      obj_make_compatible: {
        '1.2': (_data, { object, version, target }) => void targets.push(`${object} ${version} to ${target}`),
      },
    },
  );
  const Box = defineObject('Box', '1.0', { balls: field.list(field.object(Ball)) }, { registry });
  const box = create(Box, { balls: [create(Ball, { id: 1 }), create(Ball, { id: 2 })] });
  encode(box, { target: { Box: '1.0', Ball: '1.1' } });
  t.deepEqual(targets, ['Ball 1.2 to 1.1', 'Ball 1.2 to 1.1']);
});

test('hooks: a child that an up hook writes in an older shape is refused', (t) => {
  const registry = new Registry();
  const Ball = defineObject(
    'Ball',
    '1.1',
    { color: field.string({ renamed: [{ in: '1.1', from: 'colour' }] }) },
    { registry },
  );
  const Box = defineObject(
    'Box',
    '1.1',
    { ball: field.object(Ball, { since: '1.1' }) },
    {
      registry,
      obj_make_compatible: {
        '1.1': {
          up: (data) => void (data['ball'] = { name: 'Ball', version: '1.0', data: { colour: 'red' } }),
        },
      },
    },
  );
  refused(t, () => decode(Box, JSON.stringify(envelope('Box', '1.0', {}))), {
    code: 'HOOK',
    says: ['Box: the up hook of 1.1', 'a Ball in its newest shape, got "Ball" "1.0"'],
  });
});
