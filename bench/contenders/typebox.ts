import Type, { type TProperties, type TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { HOST_STATUSES, POWER_STATES, STATUSES, VNIC_TYPES } from '../workload/server-data.js';
import type { CheckedAgent, CheckedServer } from './by-hand/build.js';
import type { CheckedOldAgent, CheckedOldServer } from './by-hand/versions.js';
import type { Contender } from './contender.js';
import { decodingTasks } from './decoding-tasks.js';
import { MAC_PATTERN } from './json-schema/schemas.js';

export const typebox: Contender = {
  packages: ['typebox'],
  wire: 'nested',
  checksReading: 'types, formats, enums, missing fields, envelopes',
  checksWriting: '(does not write)',
  versions: 'none',
  byHand: 'one schema a version, the way up, classes and dates',
  prepare: (workload) => {
    const server = Compile(serverType);
    return decodingTasks(workload, {
      server: orThrow<CheckedServer>(server),
      oldServer: orThrow<CheckedOldServer>(Compile(oldServerType)),
      agent: orThrow<CheckedAgent>(Compile(agentType)),
      oldAgent: orThrow<CheckedOldAgent>(Compile(oldAgentType)),
      firstPath: (value) => (server.Check(value) ? undefined : server.Errors(value)[0]?.instancePath),
    });
  },
};

const text = Type.String();
const uuid = Type.String({ format: 'uuid' });
const dateTime = Type.String({ format: 'date-time' });
const nullable = (type: TSchema): TSchema => Type.Union([type, Type.Null()]);

const portType = envelope('Port', '1.0', {
  uuid,
  networkId: uuid,
  mac: Type.String({ pattern: MAC_PATTERN }),
  ip: Type.String({ format: 'ipv4' }),
  vnicType: Type.Enum([...VNIC_TYPES]),
  mtu: Type.Integer(),
});

const oldFlavorFields = {
  id: Type.Integer(),
  name: text,
  vcpus: Type.Integer(),
  memoryMb: Type.Integer(),
  diskGb: Type.Integer(),
  isPublic: Type.Boolean(),
  rxtxFactor: Type.Number(),
};

const sharedFields = {
  uuid,
  name: text,
  description: nullable(text),
  status: Type.Enum([...STATUSES]),
  hostname: text,
  projectId: text,
  availabilityZone: nullable(text),
  keyName: nullable(text),
  memoryMb: Type.Integer(),
  load: Type.Number(),
  price: Type.Number(),
  autoRecover: Type.Boolean(),
  createdAt: dateTime,
  updatedAt: dateTime,
  tags: Type.Array(text),
  metadata: Type.Record(text, text),
  ports: Type.Array(portType),
};

const serverType = envelope('Server', '1.7', {
  ...sharedFields,
  powerState: Type.Enum([...POWER_STATES]),
  hostStatus: nullable(Type.Enum([...HOST_STATUSES])),
  imageId: nullable(uuid),
  progress: Type.Integer(),
  locked: Type.Boolean(),
  flavor: envelope('Flavor', '1.2', { ...oldFlavorFields, description: nullable(text) }),
});

const oldServerType = envelope('Server', '1.4', {
  ...sharedFields,
  powerState: Type.Integer({ minimum: 0, maximum: POWER_STATES.length - 1 }),
  imageRef: nullable(uuid),
  flavor: envelope('Flavor', '1.1', oldFlavorFields),
});

const oldAgentFields = { uuid, host: text, program: text, alive: Type.Boolean(), build: text };
const agentType = envelope('Agent', '1.1', { ...oldAgentFields, reports: Type.Integer() });
const oldAgentType = envelope('Agent', '1.0', oldAgentFields);

function envelope(name: string, version: string, data: TProperties) {
  return Type.Object({
    'versioned_object.name': Type.Literal(name),
    'versioned_object.namespace': Type.Literal('bench'),
    'versioned_object.version': Type.Literal(version),
    'versioned_object.data': Type.Object(data),
    'versioned_object.changes': Type.Optional(Type.Array(text)),
  });
}

function orThrow<T>(validator: Validator): (value: unknown) => T {
  return (value) => {
    if (validator.Check(value)) return value as T;
    throw new Error(validator.Errors(value)[0]?.instancePath);
  };
}
