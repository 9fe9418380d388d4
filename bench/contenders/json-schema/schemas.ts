import { HOST_STATUSES, POWER_STATES, STATUSES, VNIC_TYPES } from '../../workload/server-data.js';

// The payloads as JSON Schema, for the libraries that read it.

export type Schema = Readonly<Record<string, unknown>>;

const string: Schema = { type: 'string' };
const integer: Schema = { type: 'integer' };
const number: Schema = { type: 'number' };
const boolean: Schema = { type: 'boolean' };
const uuid: Schema = { type: 'string', format: 'uuid' };
const dateTime: Schema = { type: 'string', format: 'date-time' };
const nullable = (schema: Schema): Schema => ({ ...schema, nullable: true });
const oneOf = (values: readonly string[]): Schema => ({ type: 'string', enum: values });

export const MAC_PATTERN = '^[0-9a-f]{2}(:[0-9a-f]{2}){5}$';

const port = envelope('Port', '1.0', {
  uuid,
  networkId: uuid,
  mac: { type: 'string', pattern: MAC_PATTERN },
  ip: { type: 'string', format: 'ipv4' },
  vnicType: oneOf(VNIC_TYPES),
  mtu: integer,
});

const oldFlavorData = {
  id: integer,
  name: string,
  vcpus: integer,
  memoryMb: integer,
  diskGb: integer,
  isPublic: boolean,
  rxtxFactor: number,
};

const sharedData = {
  uuid,
  name: string,
  description: nullable(string),
  status: oneOf(STATUSES),
  hostname: string,
  projectId: string,
  availabilityZone: nullable(string),
  keyName: nullable(string),
  memoryMb: integer,
  load: number,
  price: number,
  autoRecover: boolean,
  createdAt: dateTime,
  updatedAt: dateTime,
  tags: { type: 'array', items: string },
  metadata: { type: 'object', additionalProperties: string },
  ports: { type: 'array', items: port },
};

export const serverSchema = envelope('Server', '1.7', {
  ...sharedData,
  powerState: oneOf(POWER_STATES),
  hostStatus: { type: 'string', nullable: true, enum: [...HOST_STATUSES, null] },
  imageId: nullable(uuid),
  progress: integer,
  locked: boolean,
  flavor: envelope('Flavor', '1.2', { ...oldFlavorData, description: nullable(string) }),
});

export const oldServerSchema = envelope('Server', '1.4', {
  ...sharedData,
  powerState: { type: 'integer', minimum: 0, maximum: POWER_STATES.length - 1 },
  imageRef: nullable(uuid),
  flavor: envelope('Flavor', '1.1', oldFlavorData),
});

const oldAgentData = { uuid, host: string, program: string, alive: boolean, build: string };
export const agentSchema = envelope('Agent', '1.1', { ...oldAgentData, reports: integer });
export const oldAgentSchema = envelope('Agent', '1.0', oldAgentData);

function envelope(name: string, version: string, data: Readonly<Record<string, Schema>>): Schema {
  const properties = {
    'versioned_object.name': { type: 'string', const: name },
    'versioned_object.namespace': { type: 'string', const: 'bench' },
    'versioned_object.version': { type: 'string', const: version },
    'versioned_object.data': { type: 'object', properties: data, required: Object.keys(data) },
  };
  return {
    type: 'object',
    properties: { ...properties, 'versioned_object.changes': { type: 'array', items: string } },
    required: Object.keys(properties),
  };
}
