import { create } from '../../../lib/index.js';
import { Random } from '../../../objects/heat/random.js';
import { Service } from '../../../objects/heat/service.js';
import { statuses } from '../../../objects/heat/stages.js';
import { RawTemplate } from './raw-template.js';
import { Resource } from './resource.js';
import { StackTag } from './stack-tag.js';
import { Stack } from './stack.js';

/** Made-up instances, the same for the same seed; with `timeout: '90'` and all that moved later. */
export function samplesOf(seed: number): { readonly stack: Stack; readonly service: Service } {
  const random = new Random(seed);
  const id = random.uuid();
  const dates = { createdAt: random.date(), updatedAt: null };
  const stage = { action: 'CHECK', status: random.pick(statuses), statusReason: null } as const;
  const resource = create(Resource, {
    id: random.below(1000),
    uuid: random.uuid(),
    stackId: id,
    rootStackId: random.maybe(random.uuid()),
    name: 'server',
    ...stage,
    physicalId: 'vm-7',
    properties: { flavor: 'm1.small', image: null },
    rsrcMetadata: null,
    data: [],
    requires: [1, 2],
    neededBy: [],
    replaces: null,
    replacedBy: null,
    engineId: random.maybe(random.uuid()),
    ...dates,
  });
  const stack = create(Stack, {
    id,
    name: 'shop',
    tenant: 'ops',
    username: 'ada',
    ownerId: null,
    ...stage,
    timeout: '90',
    tags: [create(StackTag, { id: 1, stackId: id, tag: 'production', ...dates })],
    parameters: { key: 'ops' },
    rawTemplate: create(RawTemplate, { id: 3, template: {}, environment: null, files: { 'a.sh': 'exit 0' } }),
    resources: [resource],
    ...dates,
    deletedAt: null,
  });
  const host = { host: 'engine-1', hostname: 'engine-1.example.org', binary: 'heat-engine', topic: 'engine' };
  const service = create(Service, { id: random.uuid(), engineId: random.uuid(), ...host, ...dates });
  return { stack, service };
}
