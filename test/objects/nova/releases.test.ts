import test from 'ava';
import { fromPrimitive, modelOf, type ObjectClass, toPrimitive, Version } from '../../../lib/index.js';
import {
  ComputeNode,
  ImageMeta,
  MigrationList,
  PciDeviceList,
  releases,
} from '../../../objects/nova/index.js';
import { envelopesIn, nameOf, versionOf } from './envelopes.js';
import { models } from './models.js';
import { type Instance, vectorsOf } from './vectors.js';

const roots: readonly ObjectClass[] = [ComputeNode, PciDeviceList, ImageMeta, MigrationList];
const trees = roots.map((Class) => {
  const full = vectorsOf(modelOf(Class).name).instances.find(({ label }) => label === 'full') as Instance;
  return fromPrimitive(Class, full.current.primitive);
});

for (const name of releases.names) {
  const manifest = releases.manifest(name);

  test(`defineReleases(): ${name} names every object`, (t) => {
    t.deepEqual(Object.keys(manifest).toSorted(), models.map((model) => model.name).toSorted());
  });

  test(`toPrimitive(): every object, at any depth, is written at its version in ${name}`, (t) => {
    const written = trees.flatMap((tree) => envelopesIn(toPrimitive(tree, { target: name })));
    t.deepEqual(
      Object.fromEntries(written.map((envelope) => [nameOf(envelope), versionOf(envelope)])),
      manifest,
    );
  });
}

test('defineReleases(): no release takes a version back', (t) => {
  for (const [index, name] of releases.names.entries()) {
    const before = releases.manifest(releases.names[Math.max(index - 1, 0)] as string);
    for (const [object, version] of Object.entries(releases.manifest(name)))
      t.true(Version.parse(version).atLeast(Version.parse(before[object] as string)), `${object} in ${name}`);
  }
});

test('defineReleases(): the newest release has every object at its newest', (t) => {
  const newest = releases.manifest(releases.names.at(-1) as string);
  t.deepEqual(newest, Object.fromEntries(models.map((model) => [model.name, model.version.text])));
});
