import avro from 'avsc';
import { HOST_STATUSES, POWER_STATES, STATUSES, VNIC_TYPES } from '../workload/server-data.js';
import type { Contender } from './contender.js';
import { type Format, ownWireTasks } from './own-wire-tasks.js';

export const avsc: Contender = {
  packages: ['avsc'],
  wire: 'binary',
  checksReading: 'nothing',
  checksWriting: 'types and enums',
  versions: 'reads an older schema where types can be resolved; not a number that became a word',
  byHand: 'one schema a version, the way up and down, classes',
  prepare: (workload) => {
    const server = compile(serverRecord);
    return ownWireTasks<Buffer>(workload, {
      server: format(server),
      oldServer: format(compile(oldServerRecord)),
      agent: format(compile(agentRecord)),
      oldAgent: format(compile(oldAgentRecord)),
      list: format(avro.Type.forSchema({ type: 'array', items: server })),
    });
  },
};

class DateType extends avro.types.LogicalType {
  override _fromValue(milliseconds: unknown): Date {
    return new Date(milliseconds as number);
  }

  override _toValue(date: unknown): number {
    return (date as Date).getTime();
  }
}

type Fields = Readonly<Record<string, unknown>>;

const nullable = (type: unknown): unknown => ['null', type];
const enumOf = (name: string, symbols: readonly string[]): unknown => ({ type: 'enum', name, symbols });
const record = (name: string, fields: Fields): unknown => ({
  type: 'record',
  name,
  fields: Object.entries(fields).map(([field, type]) => ({ name: field, type })),
});
const dateTime = { type: 'long', logicalType: 'timestamp-millis' };

const port = record('Port', {
  uuid: 'string',
  networkId: 'string',
  mac: 'string',
  ip: 'string',
  vnicType: enumOf('VnicType', VNIC_TYPES),
  mtu: 'int',
});

const oldFlavorFields = {
  id: 'int',
  name: 'string',
  vcpus: 'int',
  memoryMb: 'int',
  diskGb: 'int',
  isPublic: 'boolean',
  rxtxFactor: 'double',
};

const sharedFields = {
  uuid: 'string',
  name: 'string',
  description: nullable('string'),
  status: enumOf('Status', STATUSES),
  hostname: 'string',
  projectId: 'string',
  availabilityZone: nullable('string'),
  keyName: nullable('string'),
  memoryMb: 'int',
  load: 'double',
  price: 'double',
  autoRecover: 'boolean',
  createdAt: dateTime,
  updatedAt: dateTime,
  tags: { type: 'array', items: 'string' },
  metadata: { type: 'map', values: 'string' },
  ports: { type: 'array', items: port },
};

const serverRecord = record('Server', {
  ...sharedFields,
  powerState: enumOf('PowerState', POWER_STATES),
  hostStatus: nullable(enumOf('HostStatus', HOST_STATUSES)),
  imageId: nullable('string'),
  progress: 'int',
  locked: 'boolean',
  flavor: record('Flavor', { ...oldFlavorFields, description: nullable('string') }),
});

const oldServerRecord = record('Server', {
  ...sharedFields,
  powerState: 'int',
  imageRef: nullable('string'),
  flavor: record('Flavor', oldFlavorFields),
});

const oldAgentFields = {
  uuid: 'string',
  host: 'string',
  program: 'string',
  alive: 'boolean',
  build: 'string',
};
const agentRecord = record('Agent', { ...oldAgentFields, reports: 'int' });
const oldAgentRecord = record('Agent', oldAgentFields);

function compile(schema: unknown): avro.Type {
  return avro.Type.forSchema(schema as avro.Schema, { logicalTypes: { 'timestamp-millis': DateType } });
}

function format<T, R = T>(type: avro.Type): Format<T, Buffer, R> {
  return { write: (data) => type.toBuffer(data), read: (bytes) => type.fromBuffer(bytes) as R };
}
