import { fileURLToPath } from 'node:url';
import test from 'ava';
import { readOracle } from '../conformance/oracle.js';
import { askPython, writeForPython } from './backports.js';
import { letPass, type Manner, refuseEnvelopes, refuseValues } from './errors.js';
import { Peer } from './peer.js';
import { Service } from './service.js';
import { heatSubject, recordedSubject } from './subjects.js';
import { Tally } from './tally.js';
import { bringBack, sendThere } from './there-and-back.js';

const fixtures = fileURLToPath(new URL('../../../test/fixtures/openstack', import.meta.url));
const peer = await Peer.start();

/** What Python does with `{ "wrong": true }` (a dict: a list) as the value of a field, by the field's type. */
const pythonsManner = {
  Boolean: 'takes it',
  DateTime: 'refuses',
  Dict: 'refuses',
  Enum: 'refuses',
  FlexibleBoolean: 'takes it',
  Float: 'refuses',
  IPAddress: 'refuses',
  IPNetwork: 'refuses',
  IPV4Address: 'refuses',
  IPV6Address: 'refuses',
  Integer: 'refuses',
  // Where text will do as an item, it takes the keys for the items.
  List: 'refuses, takes it',
  MACAddress: 'refuses',
  Object: 'refuses',
  PCIAddress: 'refuses',
  Range: 'refuses',
  Set: 'refuses, takes it',
  String: 'names the field',
  UUID: 'takes it',
  VersionPredicate: 'names the field',
  'another value of an enum': 'refuses',
  null: 'names the field',
  // The default takes its place, unless that is null too.
  'null, with a default': 'names the field, takes it',
};

/** How often the two do not simply agree, so that nothing is added in silence. */
const apart = {
  // An object with a value that the reader does not know: nothing is sent, and nothing else is a reason for that.
  'refused (BACKLEVEL_VALUE_TOO_NEW)': 223,
  'asked and refused': 223,
  'refused by both': 192,
  // A hook that takes down and not up again.
  'older, one way': 84,
  // Python leaves names among a child's changes that are no longer in its data.
  'asking, but stale-child-changes': 79,
};

if (typeof peer === 'string') {
  test('oslo.versionedobjects: it is here, or these tests are left out', (t) => {
    t.log(`left out, because Python's oslo.versionedobjects is not here: ${peer}`);
    t.not(process.env['CI'], 'true', peer);
  });
} else {
  const subjects = [heatSubject(), ...readOracle(fixtures).map(recordedSubject)];
  const services = subjects.map((subject) => new Service(peer, subject));
  test.after.always(() => peer.stop());

  const total = new Tally();
  const behind = services.filter(({ subject }) =>
    subject.samples.some((sample) => subject.manifests(sample).length > 0),
  );

  const holds = test.macro({
    exec: async (t, run: (service: Service, tally: Tally) => Promise<void>, service: Service) => {
      const tally = new Tally();
      await run(service, tally);
      total.add(tally);
      t.deepEqual(tally.failures, []);
      t.true(tally.counts.size > 0, 'something was compared');
    },
    title: (title, _run, service: Service) => `oslo.versionedobjects: ${title} (${service.subject.name})`,
  });
  for (const service of services) {
    test.serial('Python reads what we write and writes it again', holds, sendThere, service);
    test.serial('we read what Python makes and write it again', holds, bringBack, service);
    test.serial('both refuse a wrong envelope for the same cause', holds, refuseEnvelopes, service);
    test.serial('both let pass what they say they do', holds, letPass, service);
  }
  for (const service of behind) {
    test.serial('Python, behind, reads what we write for it', holds, writeForPython, service);
    test.serial('we, behind, read what Python writes for us', holds, askPython, service);
  }

  test.serial('oslo.versionedobjects: we refuse each value of another type, it some', async (t) => {
    const manners = new Map<string, Set<Manner>>();
    const tally = new Tally();
    for (const service of services) await refuseValues(service, tally, manners);
    total.add(tally);
    t.deepEqual(tally.failures, []);
    t.deepEqual(
      Object.fromEntries([...manners].map(([type, seen]) => [type, [...seen].toSorted().join(', ')])),
      pythonsManner,
    );
  });

  test.serial('oslo.versionedobjects: all classes went there and back', (t) => {
    t.log(`oslo.versionedobjects ${peer.version}, ${total.classes.size} classes: ${total.line}`);
    const classes = services.flatMap(({ subject: { name, models } }) =>
      [...models.keys()].map((model) => `${name}.${model}`),
    );
    t.deepEqual([...total.classes].toSorted(), classes.toSorted());
    t.deepEqual(Object.fromEntries(Object.keys(apart).map((kind) => [kind, total.counts.get(kind)])), apart);
  });
}
