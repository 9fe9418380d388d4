import { isDeepStrictEqual } from 'node:util';
import { type Model, modelOf, type ObjectClass, Version } from '../../lib/index.js';
import type { Cause } from './outcome.js';

type Tree = Readonly<Record<string, unknown>>;

/** A recorded or a written tree in a form that can be compared: keys in order, `changes` sorted. */
export function normalized(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalized);
  if (!isTree(value)) return value;
  const entries = Object.keys(value)
    .toSorted()
    .map((key): [string, unknown] => [
      key,
      key.endsWith('.changes') ? (value[key] as string[]).toSorted() : normalized(value[key]),
    ]);
  return Object.fromEntries(entries);
}

/** What is wrong with a list of changes of Python's: it has names that its data lack, or lacks those of values that moved. */
export type ListFault = 'removed but listed' | 'moved but not listed';

/**
 * Why Python's tree differs from ours: the causes of what differs in versions and data, and what is wrong with Python's
 * lists of changes. `unexplained` has what no cause explains.
 */
export class Differences {
  readonly #causes = new Set<Cause>();
  readonly listFaults = new Set<ListFault>();
  readonly unexplained: string[] = [];

  constructor(readonly classOf: (name: string) => ObjectClass | undefined) {}

  /** The first cause; lists of changes are one only where versions and data agree, since a list follows its data. */
  get cause(): Cause | undefined {
    const [cause] = this.#causes;
    return cause ?? (this.listFaults.size > 0 ? 'stale-child-changes' : undefined);
  }

  /** `now` is the tree that both come from. */
  compare(python: unknown, ours: unknown, now: unknown, path = ''): void {
    if (Array.isArray(python) && Array.isArray(ours) && python.length === ours.length) {
      const before: unknown[] = Array.isArray(now) ? now : [];
      for (const [index, item] of python.entries())
        this.compare(item, ours[index], before[index], `${path}/${index}`);
    } else if (isTree(python) && isTree(ours)) {
      const before = isTree(now) ? now : {};
      if (prefixOf(python) === undefined) this.#compareMembers(python, ours, before, path);
      else this.#compareObjects(python, ours, before, path);
    } else if (!Object.is(python, ours)) {
      this.unexplained.push(`${path}: ${JSON.stringify(python)} here ${JSON.stringify(ours)}`);
    }
  }

  #compareMembers(python: Tree, ours: Tree, now: Tree, path: string): void {
    for (const key of new Set([...Object.keys(python), ...Object.keys(ours)]))
      this.compare(python[key], ours[key], now[key], `${path}/${key}`);
  }

  #compareObjects(python: Tree, ours: Tree, now: Tree, path: string): void {
    const prefix = prefixOf(python) ?? '';
    const member = (tree: Tree, key: string): unknown => tree[`${prefix}.${key}`];
    const Class = this.classOf(String(member(python, 'name')));
    if (member(python, 'name') !== member(ours, 'name') || Class === undefined) {
      this.unexplained.push(`${path}: another object`);
      return;
    }
    const model = modelOf(Class);
    const version = String(member(python, 'version'));
    if (version !== member(ours, 'version')) {
      this.#causes.add(causeOfVersion(model, version));
      return;
    }
    const before = this.#causes.size;
    const opened = (tree: Tree): Opened => ({
      data: (member(tree, 'data') ?? {}) as Tree,
      changes: (member(tree, 'changes') ?? []) as readonly string[],
    });
    const [theirs, own, today] = [opened(python), opened(ours), opened(now)];
    this.#compareData(model, Version.parse(version), [theirs.data, own.data, today.data], path);
    if (this.#causes.size === before) this.#compareLists(theirs, own, today, path);
  }

  #compareLists(python: Opened, ours: Opened, now: Opened, path: string): void {
    for (const name of python.changes) {
      if (ours.changes.includes(name)) continue;
      if (Object.hasOwn(python.data, name)) this.unexplained.push(`${path}: ${name} is changed there`);
      else this.listFaults.add('removed but listed');
    }
    for (const name of ours.changes) {
      if (python.changes.includes(name)) continue;
      // Only what was made on the way down can have moved there.
      if (isDeepStrictEqual(ours.data[name], now.data[name]))
        this.unexplained.push(`${path}: ${name} is changed here`);
      else this.listFaults.add('moved but not listed');
    }
  }

  #compareData(
    model: Model,
    version: Version,
    [python, ours, now]: readonly [Tree, Tree, Tree],
    path: string,
  ): void {
    for (const key of new Set([...Object.keys(python), ...Object.keys(ours)])) {
      const leaked =
        Object.hasOwn(python, key) && !Object.hasOwn(ours, key) ? leakOf(model, version, key) : undefined;
      if (leaked === undefined) this.compare(python[key], ours[key], now[key], `${path}/${key}`);
      else this.#causes.add(leaked);
    }
  }
}

interface Opened {
  readonly data: Tree;
  readonly changes: readonly string[];
}

function causeOfVersion(model: Model, python: string): Cause {
  if (python === model.version.text) return 'child-left-new';
  if (model.base !== undefined) return 'subclass-mislabelled';
  return 'child-stamped-1.0';
}

/** A field that Python leaves in although the version does not have it. */
function leakOf(model: Model, version: Version, wire: string): Cause | undefined {
  const options = model.fields.find((field) => field.wire === wire)?.definition.options;
  if (options?.since === undefined || !version.olderThan(Version.parse(options.since))) return undefined;
  return options.versions === undefined ? 'leaked-field' : 'relationships-ignored';
}

function prefixOf(tree: Tree): string | undefined {
  return Object.keys(tree)
    .find((key) => key.endsWith('_object.name'))
    ?.slice(0, -'.name'.length);
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
