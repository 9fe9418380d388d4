import test from 'ava';
import {
  create,
  defineObject,
  defineReleases,
  encode,
  field,
  Registry,
  releasesOf,
  versionManifest,
} from '../../lib/index.js';
import { saveRegistry } from '../../lib/testing/save-registry.js';

test('saveRegistry(): what was declared since is forgotten, and its name can be used again', (t) => {
  const registry = new Registry();
  defineObject('Kept', '1.0', { id: field.integer() }, { registry });
  const restore = saveRegistry(registry);
  defineObject('Server', '1.0', { id: field.integer() }, { registry });
  defineReleases(registry, { first: { Server: '1.0' } });
  t.throws(() => defineObject('Server', '1.0', {}, { registry }), {
    code: 'BACKLEVEL_DUPLICATE_REGISTRATION',
  });
  restore();
  t.deepEqual(
    registry.models.map(({ name }) => name),
    ['Kept'],
  );
  t.is(releasesOf(registry), undefined);
  t.notThrows(() => defineObject('Server', '1.0', {}, { registry }));
});

test('saveRegistry(): what was derived from the classes is derived anew', (t) => {
  const registry = new Registry();
  const Base = defineObject('Base', '1.0', { id: field.integer() }, { registry });
  const Holder = defineObject(
    'Holder',
    '1.0',
    { item: field.object(Base, { subclasses: true }) },
    { registry },
  );
  const restore = saveRegistry(registry);
  defineObject('First', '1.0', {}, { registry, extends: Base });
  t.deepEqual(versionManifest(Holder), { Holder: '1.0', Base: '1.0', First: '1.0' });
  restore();
  const Second = defineObject('Second', '1.0', {}, { registry, extends: Base });
  t.deepEqual(versionManifest(Holder), { Holder: '1.0', Base: '1.0', Second: '1.0' });
  t.notThrows(() => encode(create(Holder, { item: create(Second, { id: 1 }) })));
});
