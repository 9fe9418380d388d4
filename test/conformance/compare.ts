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

/** The tree without what only says at which version it is. */
export function withoutVersions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutVersions);
  if (!isTree(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.endsWith('.version'))
      .map(([key, member]) => [key, withoutVersions(member)]),
  );
}

/** Why Python's tree differs from ours, by the first difference that a cause explains; `undefined` where one has none. */
export class Differences {
  readonly causes = new Set<Cause>();
  readonly unexplained: string[] = [];

  constructor(readonly classOf: (name: string) => ObjectClass | undefined) {}

  compare(python: unknown, ours: unknown, path = ''): void {
    if (Array.isArray(python) && Array.isArray(ours) && python.length === ours.length) {
      for (const [index, item] of python.entries()) this.compare(item, ours[index], `${path}/${index}`);
    } else if (isTree(python) && isTree(ours)) {
      if (prefixOf(python) === undefined) this.#compareMembers(python, ours, path);
      else this.#compareObjects(python, ours, path);
    } else if (!Object.is(python, ours)) {
      this.unexplained.push(`${path}: ${JSON.stringify(python)} here ${JSON.stringify(ours)}`);
    }
  }

  #compareMembers(python: Tree, ours: Tree, path: string): void {
    for (const key of new Set([...Object.keys(python), ...Object.keys(ours)]))
      this.compare(python[key], ours[key], `${path}/${key}`);
  }

  #compareObjects(python: Tree, ours: Tree, path: string): void {
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
      this.causes.add(causeOfVersion(model, version));
      return;
    }
    const before = this.causes.size;
    const data = (tree: Tree): Tree => member(tree, 'data') as Tree;
    this.#compareData(model, Version.parse(version), data(python), data(ours), path);
    // A list of changes follows its data: only where these agree does it differ on its own.
    const listed = String(member(python, 'changes')) === String(member(ours, 'changes'));
    if (!listed && this.causes.size === before) this.causes.add('stale-child-changes');
  }

  #compareData(model: Model, version: Version, python: Tree, ours: Tree, path: string): void {
    for (const key of new Set([...Object.keys(python), ...Object.keys(ours)])) {
      const leaked =
        Object.hasOwn(python, key) && !Object.hasOwn(ours, key) ? leakOf(model, version, key) : undefined;
      if (leaked === undefined) this.compare(python[key], ours[key], `${path}/${key}`);
      else this.causes.add(leaked);
    }
  }
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
