import test from 'ava';
import {
  backport,
  type BackportRequest,
  decode,
  decodeAsync,
  defineObject,
  field,
  fromPrimitive,
  Registry,
} from '../../lib/index.js';
import { envelope } from './payload.js';
import { refused, refusedLater } from './refusal.js';

/** A reader that knows Node 1.1 and Disk 1.0, and a peer that knows Node 1.3 and Disk 1.2. */
function peers() {
  const mine = new Registry();
  const Disk = defineObject('Disk', '1.0', { size: field.integer() }, { registry: mine });
  const Node = defineObject(
    'Node',
    '1.1',
    { id: field.integer(), disk: field.object(Disk) },
    { registry: mine },
  );
  const theirs = new Registry();
  defineObject(
    'Disk',
    '1.2',
    { size: field.integer(), kind: field.string({ since: '1.2' }) },
    { registry: theirs },
  );
  defineObject(
    'Node',
    '1.3',
    { id: field.integer(), disk: field.object('Disk'), rack: field.string({ since: '1.3' }) },
    { registry: theirs },
  );
  const requests: BackportRequest[] = [];
  const ask = (request: BackportRequest) => {
    requests.push(request);
    return backport(request.primitive as object, request.manifest, { registry: theirs }).primitive;
  };
  return { Node, ask, requests };
}

const disk = (version: string) =>
  envelope('Disk', version, { size: 5, ...(version === '1.2' ? { kind: 'ssd' } : {}) });
const node = (version: string, diskVersion: string) =>
  envelope('Node', version, { id: 1, disk: disk(diskVersion), ...(version === '1.3' ? { rack: 'r' } : {}) });

for (const [title, payload, object, version, supported] of [
  ['a newer object', node('1.3', '1.2'), 'Node', '1.3', '1.1'],
  ['a newer child in an object that is known', node('1.1', '1.2'), 'Disk', '1.2', '1.0'],
] as const) {
  test(`decode(): ${title} is asked for with the whole payload and my manifest`, async (t) => {
    const { Node, ask, requests } = peers();
    const expected = { id: 1, disk: { size: 5 } };
    const text = JSON.stringify(payload);
    t.deepEqual(JSON.parse(JSON.stringify(decode(Node, text, { backport: ask }))), expected);
    t.deepEqual(
      JSON.parse(JSON.stringify(await decodeAsync(Node, text, { backport: async (r) => ask(r) }))),
      expected,
    );
    const request = {
      object,
      version,
      supported,
      primitive: payload,
      manifest: { Node: '1.1', Disk: '1.0' },
    };
    t.deepEqual(requests, [request, request]);
  });

  test(`decode(): ${title} is refused where there is nobody to ask`, (t) => {
    const error = refused(t, () => decode(peers().Node, JSON.stringify(payload)), {
      code: 'INCOMPATIBLE_OBJECT_VERSION',
      says: [`cannot read ${object} ${version}`, supported, 'pin the sender', 'give decode() a backport'],
    });
    t.like(error, { object, version, supported });
  });
}

test('decode(): nobody is asked about a payload that is known, or wrong in another way', (t) => {
  const { Node, ask, requests } = peers();
  t.is(decode(Node, JSON.stringify(node('1.1', '1.0')), { backport: ask }).id, 1);
  t.throws(() => decode(Node, '{}', { backport: ask }));
  t.throws(() => decode(Node, JSON.stringify(envelope('Node', '1.1', { id: 'x' })), { backport: ask }));
  t.throws(() => decode(Node, 'nope', { backport: ask }));
  t.deepEqual(requests, []);
});

test('decode(): a promise needs the async verb', (t) => {
  const { Node, ask } = peers();
  refused(t, () => decode(Node, JSON.stringify(node('1.3', '1.2')), { backport: async (r) => ask(r) }), {
    code: 'NEEDS_ASYNC',
    says: ['Node', 'decodeAsync()'],
  });
});

for (const [title, answer, code] of [
  ['as new as before', node('1.3', '1.2'), 'INCOMPATIBLE_OBJECT_VERSION'],
  ['another object', disk('1.0'), 'ENVELOPE'],
  ['undefined', undefined, 'ENVELOPE'],
  ['wrong inside', envelope('Node', '1.1', { id: 'x', disk: disk('1.0') }), 'INVALID_PAYLOAD'],
] as const) {
  test(`decode(): an answer that is ${title} is refused, and not asked for again`, async (t) => {
    let calls = 0;
    const callback = () => {
      calls += 1;
      return answer;
    };
    const says = code === 'INCOMPATIBLE_OBJECT_VERSION' ? ['Node 1.3'] : ['Node'];
    refused(t, () => fromPrimitive(peers().Node, node('1.3', '1.2'), { backport: callback }), { code, says });
    t.is(calls, 1);
    await refusedLater(
      t,
      decodeAsync(peers().Node, JSON.stringify(node('1.3', '1.2')), { backport: callback }),
      { code, says },
    );
    t.is(calls, 2);
  });
}

test('decode(): what the callback throws reaches the caller', async (t) => {
  const lost = new Error('peer is gone');
  const callback = () => {
    throw lost;
  };
  t.is(
    t.throws(() => fromPrimitive(peers().Node, node('1.3', '1.2'), { backport: callback })),
    lost,
  );
  t.is(
    await t.throwsAsync(
      decodeAsync(peers().Node, JSON.stringify(node('1.3', '1.2')), { backport: callback }),
    ),
    lost,
  );
});
