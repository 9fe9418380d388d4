import type { Model } from '../model/model.js';
import { Version } from '../version/version.js';
import { type Change, historyOf, type VersionChanges } from './changes.js';
import { shapeAt } from './shape.js';

/** What becomes of a field on the way down. */
export interface Fate {
  /** The newest change that touches the field itself. */
  readonly change: Extract<Change, { kind: 'added' | 'values' | 'retyped' }> | undefined;
  /** Whether a hook of the object runs on the way. */
  readonly hooked: boolean;
  /** What its absence means to a newer reader, where the older version does not have it. */
  readonly absent: unknown;
}

/** What becomes of a field of `high`, named as it is there, on the way down to `low`; followed back through its names. */
export function fateOf(model: Model, wire: string, low: Version, high: Version): Fate {
  const passed = crossed(model, low, high);
  const hooked = passed.some(({ changes }) => changes.some((change) => change.kind === 'hook'));
  let name = wire;
  let found: Fate['change'];
  for (const { version, changes } of passed) {
    const touching = changes.filter((change) => change.kind !== 'hook' && change.field === name);
    for (const change of touching) {
      // Whatever else became of it, below the version that brought it the field is gone.
      if (change.kind === 'added') {
        return {
          change,
          hooked,
          absent: shapeAt(model, version).byWire.get(name)?.definition.options.absent,
        };
      }
      if (change.kind === 'values' || change.kind === 'retyped') found ??= change;
    }
    const renamed = touching.find((candidate) => candidate.kind === 'renamed');
    if (renamed?.kind === 'renamed') name = renamed.from;
  }
  return { change: found, hooked, absent: undefined };
}

/**
 * The paths that hooks, fallbacks and retypes between two versions declare as lost: field names of `high`, then whatever stands below.
 * `'*'` in a path stands for any index or key.
 */
export function declaredLosses(model: Model, low: Version, high: Version): readonly (readonly string[])[] {
  return crossed(model, low, high).flatMap(({ version, changes }) =>
    changes
      .flatMap((change) => losesOf(model, version, change))
      .map((path) => {
        const [field = '', ...below] = path.split(/[./]/).filter((part) => part !== '');
        return [nameAt(model, field, version, high), ...below];
      }),
  );
}

/** The paths that one change declares as lost, in wire names of its version. */
export function losesOf(model: Model, version: Version, change: Change): readonly string[] {
  if (change.kind === 'hook') {
    const written = model.hooks.find(
      (hook) => hook.object === change.object && hook.version === change.version,
    );
    return written?.hook.loses ?? [];
  }
  if (change.kind === 'values') return change.revision.loses;
  const options = shapeAt(model, version).byWire.get(change.field)?.definition.options;
  if (change.kind === 'added') return options?.loses ?? [];
  if (change.kind !== 'retyped') return [];
  return options?.retyped?.find((entry) => Version.parse(entry.in).equals(version))?.loses ?? [];
}

/** The name that a field of one version has in another; its own where the other does not have it. */
function nameAt(model: Model, wire: string, version: Version, other: Version): string {
  const property = shapeAt(model, version).byWire.get(wire)?.property;
  return shapeAt(model, other).fields.find((field) => field.property === property)?.wire ?? wire;
}

/** The changes that the way down undoes, newest first. */
function crossed(model: Model, low: Version, high: Version): VersionChanges[] {
  return historyOf(model)
    .filter(({ version }) => low.olderThan(version) && high.atLeast(version))
    .toReversed();
}
