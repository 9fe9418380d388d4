import type * as backlevel from '../../lib/index.js';
import type * as twin from './twin.js';

type Library = typeof backlevel;
type Twin = typeof twin;

/** What the verbs make of the classes of model.ts: text and plain data, the same from every compiler. */
export function exerciseModel(library: Library, { Disk, Server }: Pick<Twin, 'Disk' | 'Server'>): object {
  const { backport, changes, create, decode, encode, modelOf, resetChanges, validate } = library;
  const versions = ['1.0', '1.1', '1.2', '1.3', '1.4'];
  const server = create(Server, {
    id: 7,
    displayName: 'web',
    hostName: null,
    state: 'shelved',
    tags: ['blue', 'green'],
    ports: new Set([443, 80]),
    createdAt: new Date('2026-03-01T08:00:00.250Z'),
    rootDisk: create(Disk, { device: 'vda', sizeGb: 20 }),
    addresses: ['192.0.2.7', '192.0.2.8'],
  });
  const written = versions.map((target) => encode(server, { target }));
  const read = written.map((text) => decode(Server, text));

  const changed = decode(Server, encode(server));
  resetChanges(changed);
  const unchanged = changes(changed);
  changed.displayName = 'db';
  changed.ports.add(22);
  if (changed.rootDisk) changed.rootDisk.sizeGb = 30;

  const wrong = Object.assign(decode(Server, encode(server)), { hostName: 'much too long', state: 'lost' });
  return {
    fields: modelOf(Server).fields.map(({ wire, definition }) => `${wire}: ${definition.kind}`),
    written,
    losses: backport(server, '1.0').losses,
    refused: refusal(() => encode(server, { target: '1.0', strict: true })),
    read: read.map(toPlain),
    changes: [changes(server), unchanged, changes(changed)],
    rewritten: encode(changed, { target: '1.2' }),
    faults: validate(Server, wrong).map(({ message }) => message),
    instances: read.every((each) => each instanceof Server && each.rootDisk instanceof Disk),
  };
}

/** What the verbs make of the classes of bare.ts. */
export function exerciseBare(library: Library, { Owner, Ticket }: Pick<Twin, 'Owner' | 'Ticket'>): object {
  const { create, decode, encode, modelOf } = library;
  const ticket = create(Ticket, {
    title: 'disk full',
    share: 0.5,
    isOpen: true,
    size: 2n ** 60n,
    openedAt: new Date(0),
    owner: create(Owner, { name: 'Ada' }),
    note: 'urgent',
  });
  const written = ['1.0', '1.1'].map((target) => encode(ticket, { target }));
  return {
    fields: modelOf(Ticket).fields.map(({ wire, definition }) => `${wire}: ${definition.kind}`),
    written,
    read: written.map((text) => toPlain(decode(Ticket, text))),
  };
}

function refusal(act: () => unknown): string {
  try {
    act();
    return 'nothing was refused';
  } catch (error) {
    return String(error);
  }
}

/** The data of an instance as JSON can show them. The order of the keys is left out: it differs with class fields on and off. */
function toPlain(value: unknown): unknown {
  if (value === undefined) return 'unset';
  if (value instanceof Date) return { date: value.toISOString() };
  if (value instanceof Set) return { set: [...value].map(toPlain) };
  if (typeof value === 'bigint') return { bigint: String(value) };
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, toPlain(each)] as const);
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
