import { type AgentData, makeAgent } from './agent-data.js';
import { Random } from './random.js';
import { makeServer, type ServerData } from './server-data.js';
import {
  currentAgent,
  currentServer,
  type Envelope,
  oldAgent,
  oldServer,
  upgradedAgent,
  upgradedServer,
} from './wire.js';

/** How many different objects there are; the tasks go round them. */
export const SIZE = 256;
/** How many servers there are in the large payload. */
export const LIST_LENGTH = 1000;

/** One kind of object, at its newest and at its old version. Everything has `SIZE` entries. */
export interface Samples<T> {
  readonly data: readonly T[];
  /** What a reader makes of `oldTexts`. */
  readonly upgraded: readonly T[];
  /** The names of the fields that were assigned since the object was read. */
  readonly changes: readonly (readonly string[])[];
  readonly envelopes: readonly Envelope[];
  readonly oldEnvelopes: readonly Envelope[];
  readonly texts: readonly string[];
  readonly oldTexts: readonly string[];
}

export interface Workload {
  readonly servers: Samples<ServerData>;
  readonly agents: Samples<AgentData>;
  /** The servers' envelopes; the ip of the last port is wrong. */
  readonly bad: readonly Envelope[];
  readonly list: readonly Envelope[];
  readonly oldList: readonly Envelope[];
  readonly listText: string;
}

/** The place of the mistake in {@link Workload.bad}, however a library writes a path. */
export const BAD_PLACE = /ports.*3.*ip/;

/** The same workload at each call. */
export function makeWorkload(seed = 17): Workload {
  const random = new Random(seed);
  const servers = samples(
    (index) => makeServer(random, index),
    () => serverChanges(random),
    currentServer,
    oldServer,
    upgradedServer,
  );
  const agents = samples(
    () => makeAgent(random),
    () => ['alive', 'build'],
    currentAgent,
    oldAgent,
    upgradedAgent,
  );
  const list = cycle(servers.envelopes);
  return {
    servers,
    agents,
    bad: servers.texts.map(spoil),
    list,
    oldList: cycle(servers.oldEnvelopes),
    listText: flat(JSON.stringify(list)),
  };
}

/** `LIST_LENGTH` entries of a sample, in turn. */
export function cycle<T>(items: readonly T[]): T[] {
  return Array.from({ length: LIST_LENGTH }, (_, index) => items[index % items.length] as T);
}

function samples<T extends object>(
  make: (index: number) => T,
  change: () => readonly string[],
  current: (data: T, changes: readonly string[]) => Envelope,
  old: (data: T, changes: readonly string[]) => Envelope,
  upgrade: (data: T) => T,
): Samples<T> {
  const data = Array.from({ length: SIZE }, (_, index) => flatStrings(make(index)));
  const changes = data.map(change);
  const texts = data.map((item, index) => flat(JSON.stringify(current(item, changes[index] ?? []))));
  const oldTexts = data.map((item, index) => flat(JSON.stringify(old(item, changes[index] ?? []))));
  return {
    data,
    upgraded: data.map(upgrade),
    changes,
    texts,
    oldTexts,
    envelopes: texts.map((text) => JSON.parse(text) as Envelope),
    oldEnvelopes: oldTexts.map((text) => JSON.parse(text) as Envelope),
  };
}

function serverChanges(random: Random): string[] {
  const names = ['status', 'powerState', 'imageId', 'load', 'progress', 'updatedAt'];
  return names.filter(() => random.fraction() < 0.4);
}

function spoil(text: string): Envelope {
  const server = JSON.parse(text) as Envelope;
  const ports = server['versioned_object.data']['ports'] as readonly Envelope[];
  (ports[3] as Envelope)['versioned_object.data']['ip'] = '10.0.0.256';
  return server;
}

/** A copy whose strings are flat, as those from a parser or a database; JSON's text is the way through, so dates are put back. */
function flatStrings<T extends object>(data: T): T {
  const copy = JSON.parse(flat(JSON.stringify(data))) as Record<string, unknown>;
  for (const [name, value] of Object.entries(data)) if (value instanceof Date) copy[name] = value;
  return copy as T;
}

/** The same text in one piece: a concatenation in V8 is a tree until someone reads it. */
function flat(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
