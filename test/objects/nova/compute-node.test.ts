import test from 'ava';
import {
  at,
  backport,
  create,
  encodeAsync,
  fromPrimitive,
  isSet,
  partial,
  toPrimitive,
  toPrimitiveAsync,
} from '../../../lib/index.js';
import { ComputeNode, HVSpec, type ServiceLookup } from '../../../objects/nova/index.js';
import { dataOf } from './envelopes.js';

const withoutService = { id: 1, serviceId: null, host: 'compute-1' };

interface Expected {
  readonly id: number | null;
  /** The hosts whose service was looked up. */
  readonly asked: readonly string[];
  readonly target?: string;
}

const writes = test.macro({
  exec: async (
    t,
    values: Parameters<typeof partial<ComputeNode>>[1],
    found: number | undefined,
    { target = '1.12', ...expected }: Expected,
  ) => {
    const asked: string[] = [];
    const context: ServiceLookup = {
      serviceOn: (host) => {
        asked.push(host);
        return Promise.resolve(found);
      },
    };
    const primitive = await toPrimitiveAsync(partial(ComputeNode, values), { target, context });
    t.deepEqual({ id: dataOf(primitive)['service_id'], asked }, expected);
  },
  title: (given) => `toPrimitiveAsync(): a ComputeNode ${given}`,
});

test('without a service gets the one on its host', writes, withoutService, 42, {
  id: 42,
  asked: ['compute-1'],
});
test('whose host has no service gets -1', writes, withoutService, undefined, {
  id: -1,
  asked: ['compute-1'],
});
test('without a host asks for nothing and gets -1', writes, { serviceId: null }, 42, { id: -1, asked: [] });
test('that says nothing of its service gets the one on its host', writes, { host: 'compute-1' }, 42, {
  id: 42,
  asked: ['compute-1'],
});
test('with a service keeps it', writes, { serviceId: 7, host: 'compute-1' }, 42, { id: 7, asked: [] });
test('keeps its null where the reader knows null', writes, withoutService, 42, {
  id: null,
  asked: [],
  target: '1.13',
});

test('toPrimitive(): a ComputeNode without a service gets -1 where nothing can be looked up', (t) => {
  const primitive = toPrimitive(partial(ComputeNode, withoutService), { target: '1.12' });
  t.deepEqual(dataOf(primitive), { id: 1, host: 'compute-1', service_id: -1 });
});

test('encodeAsync(): a ComputeNode gets -1 where the caller gave no way to look up', async (t) => {
  const text = await encodeAsync(partial(ComputeNode, withoutService), { target: '1.12' });
  t.is(dataOf(JSON.parse(text))['service_id'], -1);
});

test('fromPrimitive(): a ComputeNode without a service is null again when an older writer sends -1', (t) => {
  const Older = at(ComputeNode, '1.12');
  const older = fromPrimitive(Older, toPrimitive(partial(ComputeNode, withoutService), { target: '1.12' }), {
    partial: true,
  });
  t.is((older as { serviceId?: number | null }).serviceId, -1);
  t.is(fromPrimitive(ComputeNode, toPrimitive(older), { partial: true }).serviceId, null);
});

test('backport(): a ComputeNode for 1.0 says what is lost, and its null is not lost', (t) => {
  const node = partial(ComputeNode, { ...withoutService, mapped: 1, cpuAllocationRatio: 16 });
  const { losses } = backport(node, '1.0');
  t.deepEqual(
    losses.map(({ path, kind, declared }) => `${path} ${kind} ${declared ? 'declared' : 'undeclared'}`),
    ['/host dropped declared', '/cpu_allocation_ratio dropped declared', '/mapped dropped declared'],
  );
});

const specs = test.macro({
  exec: (t, target: string, version: string, hvType: string) => {
    const node = partial(ComputeNode, {
      serviceId: 1,
      supportedHvSpecs: [create(HVSpec, { arch: 'x86_64', hvType: 'vz', vmMode: 'exe' })],
    });
    const [spec] = dataOf(toPrimitive(node, { target }))['supported_hv_specs'] as Record<string, unknown>[];
    t.is(spec?.['nova_object.version'], version);
    t.is(dataOf(spec)['hv_type'], hvType);
  },
  title: (_given, target: string, version: string) =>
    `toPrimitive(): a ComputeNode ${target} has HVSpec ${version} in it`,
});
test(specs, '1.19', '1.2', 'vz');
test(specs, '1.12', '1.1', 'vz');
test(specs, '1.11', '1.0', 'parallels');
test(specs, '1.6', '1.0', 'parallels');

test('toPrimitive(): a ComputeNode 1.5 has no HVSpec in it', (t) => {
  const node = partial(ComputeNode, { serviceId: 1, supportedHvSpecs: [] });
  t.true(isSet(node, 'supportedHvSpecs'));
  t.false('supported_hv_specs' in dataOf(toPrimitive(node, { target: '1.5' })));
});
