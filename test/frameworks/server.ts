import {
  create,
  field,
  type Hooks,
  type Primitive,
  Registry,
  toPrimitive,
  versioned,
} from '../../lib/index.js';

const registry = new Registry({ namespace: 'cloud', naming: 'snake_case' });

@versioned('Disk', '1.1', { registry })
export class Disk {
  @field.integer() id!: number;
  @field.integer({ since: '1.1', absent: 1, min: 1 }) sizeGb!: number;
}

/** What the frameworks here are sent. */
@versioned('Server', '1.2', { registry })
export class Server {
  @field.integer() id!: number;
  @field.string({ maxLength: 8, renamed: [{ in: '1.1', from: 'title' }] }) displayName!: string;
  @field.list(field.object(Disk, { versions: { '1.0': '1.0', '1.2': '1.1' } })) disks!: Disk[];
  @field.string({ sensitive: true, nullable: true, minLength: 8 }) password!: string | null;
  @field.string({ since: '1.2', nullable: true, absent: null }) zone!: string | null;

  label(): string {
    return `${this.displayName}#${this.id} with ${this.disks.map((disk) => disk.sizeGb).join('+')} GB`;
  }
}

export interface HostLookup {
  readonly hostOf: (id: number) => Promise<string>;
}

/** A class that cannot be brought up without asking someone. */
@versioned('Placement', '1.1', { registry })
export class Placement {
  @field.integer() id!: number;
  @field.string({ since: '1.1' }) host!: string;

  static readonly obj_make_compatible: Hooks = {
    '1.1': {
      needs: () => true,
      resolve: (data, { context }) => (context as HostLookup).hostOf(data['id'] as number),
      up: (data, { resolved }) => {
        data['host'] = resolved;
      },
    },
  };
}

export const server = create(Server, {
  id: 7,
  displayName: 'web',
  disks: [create(Disk, { id: 1, sizeGb: 20 }), create(Disk, { id: 2, sizeGb: 40 })],
  password: null,
  zone: 'north',
});

/** The server as a writer at `target` sends it, with some of its data replaced. */
export function payload(target?: string, edit: Record<string, unknown> = {}): Primitive {
  const primitive = toPrimitive(server, { target });
  return {
    ...primitive,
    'versioned_object.data': { ...(primitive['versioned_object.data'] as Primitive), ...edit },
  };
}

/** An envelope of a class of this file. */
export function envelope(name: string, version: string, data: Record<string, unknown>): Primitive {
  return {
    'versioned_object.name': name,
    'versioned_object.namespace': 'cloud',
    'versioned_object.version': version,
    'versioned_object.data': data,
  };
}

/** Payloads that are wrong, and the issue that a framework must be told. */
export const mistakes: readonly {
  readonly title: string;
  readonly payload: unknown;
  readonly path: readonly (string | number)[];
  readonly says: string;
}[] = [
  {
    title: 'a wrong value',
    payload: payload('1.2', { display_name: 5 }),
    path: ['versioned_object.data', 'display_name'],
    says: 'Server.display_name: expected a string of at most 8 characters, got 5',
  },
  {
    title: 'a wrong value under its older name',
    payload: payload('1.0', { title: 'much too long' }),
    path: ['versioned_object.data', 'title'],
    says: 'Server.title: expected at most 8 characters',
  },
  {
    title: 'a missing field',
    payload: payload('1.2', { zone: undefined }),
    path: ['versioned_object.data', 'zone'],
    says: 'required in 1.2',
  },
  {
    title: 'a mistake in a child in a list',
    payload: payload('1.2', {
      disks: [envelope('Disk', '1.1', { id: 1, size_gb: 1 }), envelope('Disk', '1.1', { id: 2, size_gb: 0 })],
    }),
    path: ['versioned_object.data', 'disks', 1, 'versioned_object.data', 'size_gb'],
    says: 'Disk.size_gb: expected at least 1, got 0',
  },
  {
    title: 'a missing field of an older child in a list',
    payload: payload('1.0', { disks: [envelope('Disk', '1.0', {})] }),
    path: ['versioned_object.data', 'disks', 0, 'versioned_object.data', 'id'],
    says: 'required in 1.0',
  },
  {
    title: 'a sensitive value, without showing it',
    payload: payload('1.2', { password: 'hunter2' }),
    path: ['versioned_object.data', 'password'],
    says: 'got something else (the field is sensitive)',
  },
  {
    title: 'a version that is too new',
    payload: { ...payload(), 'versioned_object.version': '1.3' },
    path: [],
    says: 'cannot read Server 1.3',
  },
  {
    title: 'another object',
    payload: envelope('Disk', '1.1', { id: 1, size_gb: 1 }),
    path: [],
    says: 'expected a Server, got a "Disk"',
  },
  { title: 'no envelope', payload: { id: 7 }, path: [], says: 'expected the key "versioned_object.name"' },
  { title: 'no object at all', payload: 'a text', path: [], says: 'expected a Server in its envelope' },
];
