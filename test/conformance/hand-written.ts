import { field, type FieldLike, type Hooks } from '../../lib/index.js';
import type { FieldHistory } from './field-for.js';

/** What the recorded rules say in words only, written as a person would. */
export interface HandWritten {
  readonly fields?: Readonly<Record<string, FieldHistory>>;
  readonly retired?: Readonly<Record<string, FieldLike>>;
  readonly hooks: Hooks;
}

/** What a caller knows of the database that the recorded services asked. */
export interface Lookup {
  readonly serviceIdOf: (host: unknown) => number | undefined;
}

interface Child {
  readonly data: Readonly<Record<string, unknown>>;
}

/** By project and class. */
export const handWritten: Readonly<Record<string, HandWritten>> = {
  'nova.ComputeNode': {
    hooks: {
      // Readers before 1.13 need a service: that of the host, or -1 where there is none.
      '1.13': {
        down: (data, { context }) => {
          data['service_id'] ??= (context as Lookup | undefined)?.serviceIdOf(data['host']) ?? -1;
        },
      },
    },
  },
  'nova.PciDevice': {
    hooks: {
      // Before 1.4 the parent's address was kept among the extra information.
      '1.4': {
        down: (data) => {
          if (typeof data['parent_addr'] === 'string' && data['extra_info'] !== undefined) {
            data['extra_info'].phys_function = data['parent_addr'];
          }
        },
      },
    },
  },
  'neutron.Network': {
    // Python refuses a null mtu; the field takes none, so that there is nothing left to refuse.
    hooks: {},
  },
  'neutron.Port': {
    fields: {
      binding_levels: { versions: { '1.0': '1.0', '1.2': '1.1' } },
      distributed_bindings: { since: '1.3' },
      bindings: { since: '1.4' },
    },
    retired: {
      binding: field.object('PortBinding', { until: '1.4', nullable: true, optional: true }),
      distributed_binding: field.object('DistributedPortBinding', {
        until: '1.3',
        nullable: true,
        optional: true,
      }),
    },
    hooks: {
      '1.3': {
        down: (data) => {
          data['distributed_binding'] = data['distributed_bindings']?.[0] ?? null;
        },
      },
      '1.4': {
        down: (data) => {
          if (data['bindings'] === undefined) return;
          data['binding'] =
            data['bindings']?.find((binding: Child) => binding.data['status'] === 'ACTIVE') ?? null;
        },
      },
    },
  },
  'neutron.PortForwarding': {
    fields: { internal_port_range: { since: '1.3' }, external_port_range: { since: '1.3' } },
    hooks: {
      '1.3': {
        down: (data, { refuse }) => {
          for (const side of ['internal_port', 'external_port']) {
            const port = Number.parseInt(String(data[`${side}_range`] ?? data[side]), 10);
            if (Number.isNaN(port))
              refuse(side, 'neither a port nor a range of ports is set, and older readers need one');
            data[side] = port;
          }
        },
      },
    },
  },
};
