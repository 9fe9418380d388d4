import { createFileRegistry, type DescMessage, fromJson, type JsonValue } from '@bufbuild/protobuf';
import { file_google_protobuf_timestamp, FileDescriptorProtoSchema } from '@bufbuild/protobuf/wkt';
import { HOST_STATUSES, POWER_STATES, STATUSES, VNIC_TYPES } from '../../workload/server-data.js';

// The descriptors that protoc would make of a .proto file. The library runs on descriptors, generated code only holds them.

/** `type` is a scalar, `.package.Name`, or a map's entry; an optional field is one that may be null. */
interface FieldRow {
  readonly type: string;
  readonly number: number;
  readonly kind?: 'optional' | 'repeated' | 'map';
}
type Rows = Readonly<Record<string, FieldRow>>;

const portRows: Rows = {
  uuid: { type: 'string', number: 1 },
  networkId: { type: 'string', number: 2 },
  mac: { type: 'string', number: 3 },
  ip: { type: 'string', number: 4 },
  vnicType: { type: '.bench.VnicType', number: 5 },
  mtu: { type: 'int32', number: 6 },
};

const oldFlavorRows: Rows = {
  id: { type: 'int32', number: 1 },
  name: { type: 'string', number: 2 },
  vcpus: { type: 'int32', number: 3 },
  memoryMb: { type: 'int32', number: 4 },
  diskGb: { type: 'int32', number: 5 },
  isPublic: { type: 'bool', number: 6 },
  rxtxFactor: { type: 'double', number: 7 },
};

const sharedRows: Rows = {
  uuid: { type: 'string', number: 1 },
  name: { type: 'string', number: 2 },
  description: { type: 'string', number: 3, kind: 'optional' },
  status: { type: '.bench.Status', number: 4 },
  hostname: { type: 'string', number: 7 },
  projectId: { type: 'string', number: 8 },
  availabilityZone: { type: 'string', number: 10, kind: 'optional' },
  keyName: { type: 'string', number: 11, kind: 'optional' },
  memoryMb: { type: 'int32', number: 12 },
  load: { type: 'double', number: 13 },
  price: { type: 'double', number: 14 },
  autoRecover: { type: 'bool', number: 17 },
  createdAt: { type: '.google.protobuf.Timestamp', number: 18 },
  updatedAt: { type: '.google.protobuf.Timestamp', number: 19 },
  tags: { type: 'string', number: 20, kind: 'repeated' },
  metadata: { type: '.MetadataEntry', number: 21, kind: 'map' },
  ports: { type: '.bench.Port', number: 23, kind: 'repeated' },
};

const messages: Readonly<Record<string, Rows>> = {
  Port: portRows,
  Flavor: { ...oldFlavorRows, description: { type: 'string', number: 8, kind: 'optional' } },
  OldFlavor: oldFlavorRows,
  Server: {
    ...sharedRows,
    powerState: { type: '.bench.PowerState', number: 5 },
    hostStatus: { type: '.bench.HostStatus', number: 6, kind: 'optional' },
    imageId: { type: 'string', number: 9, kind: 'optional' },
    progress: { type: 'int32', number: 15 },
    locked: { type: 'bool', number: 16 },
    flavor: { type: '.bench.Flavor', number: 22 },
  },
  OldServer: {
    ...sharedRows,
    powerState: { type: 'int32', number: 5 },
    imageRef: { type: 'string', number: 9, kind: 'optional' },
    flavor: { type: '.bench.OldFlavor', number: 22 },
  },
  ServerList: { servers: { type: '.bench.Server', number: 1, kind: 'repeated' } },
  Agent: {
    uuid: { type: 'string', number: 1 },
    host: { type: 'string', number: 2 },
    program: { type: 'string', number: 3 },
    alive: { type: 'bool', number: 4 },
    reports: { type: 'int32', number: 5 },
    build: { type: 'string', number: 6 },
  },
  OldAgent: {
    uuid: { type: 'string', number: 1 },
    host: { type: 'string', number: 2 },
    program: { type: 'string', number: 3 },
    alive: { type: 'bool', number: 4 },
    build: { type: 'string', number: 6 },
  },
};

const enums: Readonly<Record<string, readonly string[]>> = {
  Status: STATUSES,
  PowerState: POWER_STATES,
  HostStatus: HOST_STATUSES,
  VnicType: VNIC_TYPES,
};

const file = fromJson(FileDescriptorProtoSchema, {
  name: 'bench.proto',
  package: 'bench',
  syntax: 'proto3',
  dependency: ['google/protobuf/timestamp.proto'],
  messageType: Object.entries(messages).map(([name, rows]) => messageJson(name, rows)),
  enumType: Object.entries(enums).map(([name, values]) => ({
    name,
    value: values.map((value, number) => ({ name: `${name}_${value}`, number })),
  })),
});
const registry = createFileRegistry(file, () => file_google_protobuf_timestamp);

/** @throws TypeError for a name that is not in the file */
export function messageType(name: string): DescMessage {
  const found = registry.getMessage(`bench.${name}`);
  if (found === undefined) throw new TypeError(`no message ${name}`);
  return found;
}

function messageJson(message: string, rows: Rows): JsonValue {
  const optional = Object.keys(rows).filter((name) => rows[name]?.kind === 'optional');
  const entry = (name: string, number: number) => ({
    name,
    number,
    label: 'LABEL_OPTIONAL',
    type: 'TYPE_STRING',
  });
  const hasMap = Object.values(rows).some(({ kind }) => kind === 'map');
  return {
    name: message,
    field: Object.entries(rows).map(([name, { type, number, kind }]) => ({
      name,
      number,
      label: kind === 'repeated' || kind === 'map' ? 'LABEL_REPEATED' : 'LABEL_OPTIONAL',
      ...typeJson(message, type),
      ...(kind === 'optional' && { proto3Optional: true, oneofIndex: optional.indexOf(name) }),
    })),
    oneofDecl: optional.map((name) => ({ name: `_${name}` })),
    nestedType: hasMap
      ? [{ name: 'MetadataEntry', field: [entry('key', 1), entry('value', 2)], options: { mapEntry: true } }]
      : [],
  };
}

function typeJson(message: string, type: string): { readonly [key: string]: JsonValue } {
  if (type === '.MetadataEntry') return { type: 'TYPE_MESSAGE', typeName: `.bench.${message}.MetadataEntry` };
  if (!type.startsWith('.')) return { type: `TYPE_${type.toUpperCase()}` };
  const isEnum = Object.hasOwn(enums, type.replace('.bench.', ''));
  return { type: isEnum ? 'TYPE_ENUM' : 'TYPE_MESSAGE', typeName: type };
}
