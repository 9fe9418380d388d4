import { create } from '../../lib/index.js';
import { Event } from './event.js';
import { PropertiesData } from './properties-data.js';
import { Random } from './random.js';
import { RawTemplateFiles } from './raw-template-files.js';
import { RawTemplate } from './raw-template.js';
import { ResourceData } from './resource-data.js';
import { Resource } from './resource.js';
import { Service } from './service.js';
import { SoftwareConfig } from './software-config.js';
import { SoftwareDeployment } from './software-deployment.js';
import { StackTag } from './stack-tag.js';
import { Stack } from './stack.js';
import { actions, statuses } from './stages.js';
import { SyncPoint } from './sync-point.js';
import { UserCreds } from './user-creds.js';

/** One instance of each class. */
export interface Samples {
  readonly stack: Stack;
  readonly stackTag: StackTag;
  readonly resource: Resource;
  readonly resourceData: ResourceData;
  readonly propertiesData: PropertiesData;
  readonly rawTemplate: RawTemplate;
  readonly rawTemplateFiles: RawTemplateFiles;
  readonly event: Event;
  readonly service: Service;
  readonly softwareConfig: SoftwareConfig;
  readonly softwareDeployment: SoftwareDeployment;
  readonly syncPoint: SyncPoint;
  readonly userCreds: UserCreds;
}

/** Made-up instances, the same for the same seed; each can be written for every older reader. */
export function samplesOf(seed: number): Samples {
  const random = new Random(seed);
  const stack = stackOf(random);
  const resource = resourceOf(random, stack.id);
  return {
    stack,
    stackTag: tagOf(random, stack.id),
    resource,
    resourceData: resourceDataOf(random, resource.id),
    propertiesData: propertiesOf(random),
    rawTemplate: templateOf(random),
    rawTemplateFiles: filesOf(random),
    event: eventOf(random, resource),
    service: serviceOf(random),
    softwareConfig: configOf(random),
    softwareDeployment: deploymentOf(random),
    syncPoint: syncPointOf(random, resource),
    userCreds: credsOf(random),
  };
}

function stackOf(random: Random): Stack {
  const id = random.uuid();
  return create(Stack, {
    id,
    name: random.pick(['shop', 'wiki', 'ci']),
    tenant: random.uuid().replaceAll('-', ''),
    username: random.maybe('ada'),
    ownerId: random.maybe(random.uuid()),
    nestedDepth: random.below(3),
    ...stageOf(random),
    disableRollback: random.below(2) === 0,
    timeout: random.maybe(random.below(240)),
    convergence: random.below(2) === 0,
    tags: [tagOf(random, id), tagOf(random, id)].slice(random.below(3)),
    parameters: { flavor: random.pick(['m1.small', 'm1.large']), key: 'ops' },
    rawTemplate: random.maybe(templateOf(random)),
    resources: [resourceOf(random, id), resourceOf(random, id)].slice(random.below(2)),
    ...datesOf(random),
    deletedAt: random.maybe(random.date()),
  });
}

function tagOf(random: Random, stackId: string): StackTag {
  const tag = random.pick(['production', 'staging', 'team: ops', 'größe: klein']);
  return create(StackTag, { id: random.below(1000), stackId, tag, ...datesOf(random) });
}

function resourceOf(random: Random, stackId: string): Resource {
  const id = random.below(100_000);
  return create(Resource, {
    id,
    uuid: random.uuid(),
    stackId,
    rootStackId: random.maybe(random.uuid()),
    name: random.maybe(random.pick(['server', 'volume', 'port'])),
    ...stageOf(random),
    physicalResourceId: random.maybe(random.uuid()),
    propertiesData: random.maybe(propertiesOf(random)),
    rsrcMetadata: random.maybe({ scaling_in_progress: false }),
    data: [resourceDataOf(random, id), resourceDataOf(random, id)].slice(random.below(3)),
    requires: [random.below(100), random.below(100)].slice(random.below(3)),
    neededBy: [random.below(100)].slice(random.below(2)),
    replaces: random.maybe(random.below(1000)),
    replacedBy: random.maybe(random.below(1000)),
    engineId: random.maybe(random.uuid()),
    atomicKey: random.below(9),
    ...datesOf(random),
  });
}

function resourceDataOf(random: Random, resourceId: number): ResourceData {
  return create(ResourceData, {
    id: random.below(1000),
    resourceId,
    key: random.pick(['private_key', 'ephemeral_port']),
    value: random.maybe(`not shown ${random.below(1000)}`),
    redact: random.below(2) === 0,
    decryptMethod: random.maybe('cryptography_decrypt_v1'),
    ...datesOf(random),
  });
}

function propertiesOf(random: Random): PropertiesData {
  const data = { flavor: 'm1.small', image: null, networks: [{ port: random.below(65_536) }], size: 1.5 };
  return create(PropertiesData, { data, createdAt: random.maybe(random.date()) });
}

function templateOf(random: Random): RawTemplate {
  return create(RawTemplate, {
    id: random.below(1000),
    template: { heat_template_version: '2016-10-14', resources: { server: { type: 'OS::Nova::Server' } } },
    environment: random.maybe({ parameter_defaults: { key: 'ops' } }),
    templateFiles: random.maybe(filesOf(random)),
  });
}

function filesOf(random: Random): RawTemplateFiles {
  const files = { 'file:///boot.sh': `#!/bin/sh\nexit ${random.below(2)}\n` };
  return create(RawTemplateFiles, { id: random.maybe(random.below(1000)), files });
}

function eventOf(random: Random, resource: Resource): Event {
  const { action, status, statusReason } = stageOf(random);
  return create(Event, {
    id: random.below(100_000),
    uuid: random.uuid(),
    stackId: resource.stackId,
    resourceName: resource.name ?? '',
    resourceType: 'OS::Nova::Server',
    resourceAction: action,
    resourceStatus: status,
    resourceStatusReason: statusReason,
    physicalResourceId: resource.physicalResourceId,
    propertiesData: random.maybe(propertiesOf(random)),
    createdAt: random.date(),
  });
}

function serviceOf(random: Random): Service {
  const host = `engine-${random.below(10)}`;
  return create(Service, {
    id: random.uuid(),
    engineId: random.uuid(),
    host,
    hostname: `${host}.example.org`,
    binary: 'heat-engine',
    topic: 'engine',
    reportInterval: random.pick([30, 60]),
    ...datesOf(random),
    deletedAt: random.maybe(random.date()),
  });
}

function configOf(random: Random): SoftwareConfig {
  return create(SoftwareConfig, {
    id: random.uuid(),
    name: random.maybe('install'),
    group: random.maybe(random.pick(['script', 'ansible'])),
    tenant: random.uuid(),
    config: random.maybe({ inputs: [{ name: 'version', type: 'String' }], config: 'echo $version' }),
    ...datesOf(random),
  });
}

function deploymentOf(random: Random): SoftwareDeployment {
  const config = configOf(random);
  return create(SoftwareDeployment, {
    id: random.uuid(),
    configId: config.id,
    serverId: random.uuid(),
    tenant: config.tenant,
    inputValues: random.maybe({ version: '1.4' }),
    outputValues: random.maybe({ deploy_status_code: 0 }),
    status: random.pick(statuses),
    statusReason: random.maybe('the server reported back'),
    config,
    ...datesOf(random),
  });
}

function syncPointOf(random: Random, resource: Resource): SyncPoint {
  return create(SyncPoint, {
    entityId: resource.uuid,
    traversalId: random.uuid(),
    isUpdate: random.below(2) === 0,
    stackId: resource.stackId,
    atomicKey: random.below(9),
    inputData: random.maybe({ [`${resource.id},true`]: { physical_id: resource.physicalResourceId } }),
    ...datesOf(random),
  });
}

function credsOf(random: Random): UserCreds {
  return create(UserCreds, {
    id: random.below(1000),
    username: random.maybe('ada'),
    password: random.maybe(`not shown ${random.below(1000)}`),
    tenantId: random.maybe(random.uuid()),
    trustorUserId: random.maybe(random.uuid()),
    trustId: random.maybe(random.uuid()),
    regionName: random.maybe(random.pick(['north', 'south'])),
    authUrl: random.maybe('https://identity.example.org/v3'),
    decryptMethod: random.maybe('cryptography_decrypt_v1'),
    ...datesOf(random),
  });
}

function stageOf(random: Random): Pick<Stack, 'action' | 'status' | 'statusReason'> {
  const status = random.pick(statuses);
  return {
    action: random.pick(actions),
    status,
    statusReason: random.maybe(status === 'FAILED' ? 'No valid host was found.' : 'state changed'),
  };
}

function datesOf(random: Random): Pick<Stack, 'createdAt' | 'updatedAt'> {
  return { createdAt: random.date(), updatedAt: random.maybe(random.date()) };
}
