import test from 'ava';
import { backport, create, decode, encode, fromPrimitive, partial, toPrimitive } from '../../../lib/index.js';
import {
  PropertiesData,
  RawTemplate,
  RawTemplateFiles,
  samplesOf,
  Stack,
} from '../../../objects/heat/index.js';
import { dataOf } from './data-of.js';

const untimed = toPrimitive(samplesOf(1).stack, { target: '1.1' });
const older = (timeout: unknown): object => ({
  ...untimed,
  'versioned_object.data': { ...dataOf(untimed), timeout },
});

for (const [wire, minutes] of [
  ['0', 0],
  ['90', 90],
  ['999999', 999_999],
  [null, null],
] as const) {
  test(`Stack 1.1: its timeout ${JSON.stringify(wire)} is ${minutes} minutes, and the other way round`, (t) => {
    const { timeout } = fromPrimitive(Stack, older(wire));
    t.is(timeout, minutes);
    t.deepEqual(backport(partial(Stack, { timeout }), '1.1'), {
      primitive: {
        ...untimed,
        'versioned_object.data': { timeout: wire },
        'versioned_object.changes': ['timeout'],
      },
      losses: [],
    });
  });
}

for (const wire of ['', '090', '1.5', '-1', 'an hour', 90]) {
  test(`Stack 1.1: ${JSON.stringify(wire)} is no timeout`, (t) => {
    t.throws(() => fromPrimitive(Stack, older(wire)), {
      code: 'BACKLEVEL_INVALID_PAYLOAD',
      message: /timeout/,
    });
  });
}

test('Stack 1.2: has an empty user name where there is none', (t) => {
  const { primitive, losses } = backport(partial(Stack, { username: null }), '1.2');
  t.deepEqual(dataOf(primitive), { username: '' });
  t.deepEqual(
    losses.map(({ path, kind, declared }) => ({ path, kind, declared })),
    [{ path: '/username', kind: 'replaced', declared: true }],
  );
});

test('Stack 1.0: an older service had no convergence and no tags', (t) => {
  const read = fromPrimitive(Stack, { ...untimed, 'versioned_object.version': '1.0' });
  t.false(read.convergence);
  t.deepEqual(read.tags, []);
  t.deepEqual(backport(partial(Stack, { convergence: false, tags: [] }), '1.0').losses, []);
});

test('StackTag 1.0: a tag longer than it takes is refused, also inside a stack', (t) => {
  const { stack, stackTag: tag } = samplesOf(1);
  tag.tag = 'x'.repeat(81);
  stack.tags = [tag];
  t.throws(() => encode(tag, { target: '1.0' }), { code: 'BACKLEVEL_VALUE_TOO_NEW' });
  t.throws(() => encode(stack, { target: '2016.2' }), {
    code: 'BACKLEVEL_VALUE_TOO_NEW',
    message: /StackTag at 1\.0.*tag.*80/,
  });
  t.is(decode(Stack, encode(stack, { target: '2017.1' })).tags[0]?.tag.length, 81);
});

test('RawTemplate 1.0: has the files in itself, and loses where they are stored', (t) => {
  const files = { 'file:///boot.sh': 'true' };
  const templateFiles = create(RawTemplateFiles, { id: 7, files });
  const { primitive, losses } = backport(partial(RawTemplate, { templateFiles }), '1.0');
  t.deepEqual(dataOf(primitive), { files });
  t.deepEqual(
    losses.map(({ path, declared }) => ({ path, declared })),
    [{ path: '/template_files/id', declared: true }],
  );
});

test('encode(): refuses, when strict, to lose what is deep inside a stack', (t) => {
  const { stack, resource } = samplesOf(1);
  resource.propertiesData = create(PropertiesData, { data: {}, createdAt: new Date(0) });
  stack.resources = [resource];
  t.throws(() => encode(stack, { target: '2016.1', strict: true }), {
    code: 'BACKLEVEL_LOSS',
    message: /\/resources\/0\/properties_data\/created_at/,
  });
});
