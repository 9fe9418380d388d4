import test from 'ava';
import { at, backport, decode, encode, modelOf, type ObjectClass, toPrimitive } from '../../../lib/index.js';
import { heat, releases, samplesOf, Stack } from '../../../objects/heat/index.js';

const stack = fullStack();

for (const name of releases.names) {
  const manifest = releases.manifest(name);

  test(`${name}: every object in a stack, at any depth, has the version of the release`, (t) => {
    const found = versionsIn(toPrimitive(stack, { target: name }));
    t.deepEqual([...new Set(found)].toSorted(), expected(manifest));
  });

  test(`${name}: its services read a stack, and give it back`, (t) => {
    const text = encode(stack, { target: name });
    const past = decode(at(Stack, name), text, { unknown: 'refuse' });
    t.deepEqual(JSON.parse(encode(past)), JSON.parse(text));
    const back = decode(Stack, encode(past), { unknown: 'refuse' });
    t.is(back.resources.length, stack.resources.length);
    t.deepEqual(back.resources[0]?.propertiesData?.data, stack.resources[0]?.propertiesData?.data);
  });

  for (const sample of Object.values<object>({ ...samplesOf(5) })) {
    const { name: object } = modelOf(sample.constructor as ObjectClass);
    const version = manifest[object];
    test(`${name}: ${object} is ${version === undefined ? 'not known there' : version}`, (t) => {
      if (version === undefined) {
        t.throws(() => backport(sample, name), { code: 'BACKLEVEL_UNSUPPORTED_TARGET' });
      } else {
        t.is(backport(sample, name).primitive['versioned_object.version'], version);
      }
    });
  }
}

test('releases: the newest has every class at its newest version', (t) => {
  const newest = releases.manifest(releases.names.at(-1) ?? '');
  t.deepEqual(newest, Object.fromEntries(heat.models.map((model) => [model.name, model.version.text])));
});

test('releases: the last three may run side by side', (t) => {
  t.deepEqual(releases.window, ['2016.1', '2016.2', '2017.1']);
});

test('encode(): a version of the stack alone takes its children from the newest release that had it', (t) => {
  for (const name of releases.names) {
    const target = releases.manifest(name)['Stack'];
    t.is(encode(stack, { target }), encode(stack, { target: name }));
  }
});

function fullStack(): Stack {
  for (let seed = 1; ; seed++) {
    const { stack: sample } = samplesOf(seed);
    const [resource] = sample.resources;
    if (sample.tags.length === 0 || sample.rawTemplate?.templateFiles == null) continue;
    if (resource?.propertiesData != null && resource.data.length > 0) return sample;
  }
}

function expected(manifest: Readonly<Record<string, string>>): string[] {
  const inside = [
    'Stack',
    'StackTag',
    'Resource',
    'ResourceData',
    'PropertiesData',
    'RawTemplate',
    'RawTemplateFiles',
  ];
  return inside
    .filter((name) => manifest[name] !== undefined)
    .map((name) => `${name} ${manifest[name]}`)
    .toSorted();
}

function versionsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const envelope = value as Record<string, unknown>;
  const own = [envelope['versioned_object.name'], envelope['versioned_object.version']];
  return [...(own[0] === undefined ? [] : [own.join(' ')]), ...Object.values(value).flatMap(versionsIn)];
}
