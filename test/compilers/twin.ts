import { defineObject, field, Registry } from '../../lib/index.js';

const registry = new Registry({ namespace: 'compilers', naming: 'snake_case' });

/** The classes of the fixtures once more, without decorators: there is nothing that a compiler could do differently. */
export const Disk = defineObject(
  'Disk',
  '1.1',
  { device: field.string(), sizeGb: field.integer({ since: '1.1', absent: 0 }) },
  { registry },
);

export const Server = defineObject(
  'Server',
  '1.4',
  {
    id: field.integer(),
    displayName: field.string({ renamed: [{ in: '1.1', from: 'title' }] }),
    hostName: field.string({ since: '1.2', nullable: true, maxLength: 8 }),
    state: field.enum(['building', 'active', 'shelved'], {
      values: { shelved: { since: '1.2', fallback: 'active' } },
    }),
    tags: field.list(field.string(), { since: '1.3', absent: [] }),
    ports: field.set(field.integer()),
    createdAt: field.dateTime(),
    rootDisk: field.object(() => Disk, { nullable: true, versions: { '1.0': '1.0', '1.3': '1.1' } }),
    addresses: field.list(field.string(), { since: '1.4' }),
    locked: field.boolean({ optional: true }),
  },
  {
    registry,
    retired: { address: field.string({ until: '1.4' }) },
    obj_make_compatible: {
      '1.4': {
        down: (data) => {
          data['address'] = data['addresses']?.[0] ?? '';
        },
        up: (data) => {
          data['addresses'] = [data['address']];
        },
      },
    },
  },
);

export const Owner = defineObject('Owner', '1.0', { name: field.string() }, { registry });

export const Ticket = defineObject(
  'Ticket',
  '1.1',
  {
    title: field.string(),
    share: field.number(),
    isOpen: field.boolean(),
    size: field.bigint(),
    openedAt: field.dateTime(),
    owner: field.object(Owner),
    note: field.string({ since: '1.1', absent: '' }),
  },
  { registry },
);
