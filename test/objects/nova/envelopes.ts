import { Version } from '../../../lib/index.js';
import { models } from './models.js';
import { rulesOf } from './rules.js';

const NAME = 'nova_object.name';
const VERSION = 'nova_object.version';
const DATA = 'nova_object.data';
const CHANGES = 'nova_object.changes';

/** An envelope, anywhere in a payload. */
export interface Envelope {
  readonly [NAME]: string;
  readonly [VERSION]: string;
  readonly [DATA]: Readonly<Record<string, unknown>>;
  readonly [CHANGES]?: readonly string[];
}

/** Every envelope in a tree, the outermost first. */
export function envelopesIn(tree: unknown): Envelope[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const below = Object.values(tree).flatMap(envelopesIn);
  return isEnvelope(tree) ? [tree, ...below] : below;
}

/** A payload in which the order of `changes` says nothing, as it does in Python, where they are a set. */
export function inOrder(tree: unknown): unknown {
  return turnEnvelopes(tree, (envelope) => withChanges(envelope, (names) => names.toSorted()));
}

/** Children whose `changes` name only what their data have. */
export function withoutStaleChanges(tree: unknown): unknown {
  return turnEnvelopes(tree, (envelope, nested) =>
    nested ? withChanges(envelope, (names) => names.filter((name) => name in envelope[DATA])) : envelope,
  );
}

/** Without the fields that came later than the version they are in, and that no rule of nova's takes away. */
export function withoutLeaks(tree: unknown): unknown {
  return turnEnvelopes(tree, (envelope) => {
    const leaked = leaksOf(envelope);
    const data = Object.fromEntries(
      Object.entries(envelope[DATA]).filter(([name]) => !leaked.includes(name)),
    );
    return withChanges({ ...envelope, [DATA]: data }, (names) =>
      names.filter((name) => !leaked.includes(name)),
    );
  });
}

/** Only the names of children. */
export function withoutChildren(tree: unknown): unknown {
  return turnEnvelopes(tree, (envelope, nested) => (nested ? envelope[NAME] : envelope));
}

/** Without one field of the outermost envelope. */
export function withoutField(tree: unknown, field: string): unknown {
  return turnEnvelopes(tree, (envelope, nested) => {
    const { [field]: _gone, ...data } = envelope[DATA];
    const rest = { ...envelope, [DATA]: data };
    return nested ? envelope : withChanges(rest, (names) => names.filter((name) => name !== field));
  });
}

export function dataOf(envelope: unknown): Readonly<Record<string, unknown>> {
  return (envelope as Envelope)[DATA];
}

export function nameOf(envelope: Envelope): string {
  return envelope[NAME];
}

export function versionOf(envelope: Envelope): string {
  return envelope[VERSION];
}

/** The fields of a class that came after `version` by its history here, and that nova's method leaves where they are. */
function leaksOf(envelope: Envelope): string[] {
  const version = Version.parse(envelope[VERSION]);
  const removed = rulesOf(envelope[NAME]).flatMap((rule) => (rule.op === 'remove' ? [rule.field] : []));
  const model = models.find((candidate) => candidate.name === envelope[NAME]);
  return (model?.fields ?? []).flatMap(({ wire, definition: { options } }) =>
    options.since !== undefined && version.olderThan(Version.parse(options.since)) && !removed.includes(wire)
      ? [wire]
      : [],
  );
}

function turnEnvelopes(
  tree: unknown,
  turn: (envelope: Envelope, nested: boolean) => unknown,
  nested = false,
): unknown {
  if (typeof tree !== 'object' || tree === null) return tree;
  if (Array.isArray(tree)) return tree.map((item) => turnEnvelopes(item, turn, nested));
  const inside = nested || isEnvelope(tree);
  const turned = Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [key, turnEnvelopes(value, turn, inside)]),
  );
  return isEnvelope(turned) ? turn(turned, nested) : turned;
}

function withChanges(envelope: Envelope, turn: (names: readonly string[]) => readonly string[]): Envelope {
  const { [CHANGES]: names, ...rest } = envelope;
  const turned = turn(names ?? []);
  return turned.length === 0 ? rest : { ...rest, [CHANGES]: turned };
}

function isEnvelope(tree: object): tree is Envelope {
  return NAME in tree && DATA in tree;
}
