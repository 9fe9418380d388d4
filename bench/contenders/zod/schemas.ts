import { z } from 'zod';
import { HOST_STATUSES, POWER_STATES, STATUSES, VNIC_TYPES } from '../../workload/server-data.js';

const dateText = z.iso.datetime();
const date = z.codec(dateText, z.date(), {
  decode: (text) => new Date(text),
  encode: (value) => value.toISOString(),
});

const port = envelope('Port', '1.0', {
  uuid: z.uuid(),
  networkId: z.uuid(),
  mac: z.mac(),
  ip: z.ipv4(),
  vnicType: z.enum(VNIC_TYPES),
  mtu: z.int(),
});

const oldFlavorFields = {
  id: z.int(),
  name: z.string(),
  vcpus: z.int(),
  memoryMb: z.int(),
  diskGb: z.int(),
  isPublic: z.boolean(),
  rxtxFactor: z.number(),
};

const dates = { createdAt: date, updatedAt: date };
const dateTexts = { createdAt: dateText, updatedAt: dateText };

const sharedFields = {
  uuid: z.uuid(),
  name: z.string(),
  description: z.string().nullable(),
  status: z.enum(STATUSES),
  hostname: z.string(),
  projectId: z.string(),
  availabilityZone: z.string().nullable(),
  keyName: z.string().nullable(),
  memoryMb: z.int(),
  load: z.number(),
  price: z.number(),
  autoRecover: z.boolean(),
  tags: z.array(z.string()).readonly(),
  metadata: z.record(z.string(), z.string()),
  ports: z.array(port).readonly(),
};

const oldFields = {
  ...sharedFields,
  powerState: z
    .int()
    .min(0)
    .max(POWER_STATES.length - 1),
  imageRef: z.uuid().nullable(),
  flavor: envelope('Flavor', '1.1', oldFlavorFields),
};
const fieldsOf15 = {
  ...sharedFields,
  powerState: z.enum(POWER_STATES),
  imageId: z.uuid().nullable(),
  flavor: envelope('Flavor', '1.1', oldFlavorFields),
};
const fieldsOf16 = { ...fieldsOf15, hostStatus: z.enum(HOST_STATUSES).nullable() };
const currentFields = {
  ...fieldsOf16,
  progress: z.int(),
  locked: z.boolean(),
  flavor: envelope('Flavor', '1.2', { ...oldFlavorFields, description: z.string().nullable() }),
};

export const serverSchema = envelope('Server', '1.7', { ...currentFields, ...dates });
export const oldServerSchema = envelope('Server', '1.4', { ...oldFields, ...dates });

/** Each version of the server for a library that checks its data again after each step: dates stay texts. */
export const serverSteps = {
  4: envelope('Server', '1.4', { ...oldFields, ...dateTexts }),
  5: envelope('Server', '1.5', { ...fieldsOf15, ...dateTexts }),
  6: envelope('Server', '1.6', { ...fieldsOf16, ...dateTexts }),
  7: envelope('Server', '1.7', { ...currentFields, ...dateTexts }),
};

const oldAgentFields = {
  uuid: z.uuid(),
  host: z.string(),
  program: z.string(),
  alive: z.boolean(),
  build: z.string(),
};
export const agentSchema = envelope('Agent', '1.1', { ...oldAgentFields, reports: z.int() });
export const oldAgentSchema = envelope('Agent', '1.0', oldAgentFields);

function envelope<N extends string, V extends string, T extends z.ZodRawShape>(name: N, version: V, data: T) {
  return z.object({
    'versioned_object.name': z.literal(name),
    'versioned_object.namespace': z.literal('bench'),
    'versioned_object.version': z.literal(version),
    'versioned_object.data': z.object(data),
    'versioned_object.changes': z.array(z.string()).readonly().optional(),
  });
}
