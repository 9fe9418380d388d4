import { Version } from '../version/version.js';
import { type FieldDefinition, definitionAt, isNullableSince } from './definition.js';
import type { Json, Scalar } from './json.js';
import type { ValueHistory } from './options.js';

export type Container = 'list' | 'set' | 'dict';

/** How values that arrived in one version are written for older readers: the replacements as data. */
export interface Revision {
  /** The containers around the values, from the outside in: `['list']` for the elements of a list. */
  readonly each: readonly Container[];
  readonly replace: readonly (readonly [from: Scalar, to: Json])[];
  readonly drop: readonly Scalar[];
  /** Names of subclasses whose objects are dropped. */
  readonly dropObjects: readonly string[];
  /** Values, and names of subclasses, that are refused on purpose. */
  readonly refuse: readonly Scalar[];
  readonly loses: readonly string[];
}

const CONTAINERS: Readonly<Record<string, Container>> = { list: 'list', set: 'set', dict: 'dict' };

/** What changed in `version` in the values that a field takes, its elements' included; limits and types have their own changes. */
export function revisionsIn(definition: FieldDefinition, version: Version): Revision[] {
  const then = definitionAt(definition, version);
  const own = ownRevision(then, version);
  const container = CONTAINERS[then.kind];
  const inner =
    then.element === undefined || container === undefined
      ? []
      : revisionsIn(then.element, version).map((revision) => ({
          ...revision,
          each: [container, ...revision.each],
        }));
  return own === undefined ? inner : [own, ...inner];
}

/** Whether limits of the field, or of an element in it, changed in `version`. */
export function limitsChangeIn(definition: FieldDefinition, version: Version): boolean {
  const then = definitionAt(definition, version);
  return (
    (then.options.limits ?? []).some((change) => isVersion(change.in, version)) ||
    (then.element !== undefined && limitsChangeIn(then.element, version))
  );
}

function ownRevision({ options, members }: FieldDefinition, version: Version): Revision | undefined {
  const replace: [Scalar, Json][] = [];
  const drop: Scalar[] = [];
  const refuse: Scalar[] = [];
  const loses: string[] = [];
  let touched = false;
  const take = (
    from: Scalar,
    entry: Pick<ValueHistory, 'drop' | 'refuse' | 'loses'> & { readonly fallback?: Json },
  ): void => {
    touched = true;
    if (entry.fallback !== undefined) replace.push([from, entry.fallback]);
    else if (entry.drop === true) drop.push(from);
    else if (entry.refuse === true) refuse.push(from);
    loses.push(...(entry.loses ?? []));
  };
  for (const member of members ?? []) {
    const entry = options.values?.[String(member)];
    if (entry !== undefined && isVersion(entry.since, version)) take(member, entry);
  }
  if (isNullableSince(options.nullable) && isVersion(options.nullable.since, version))
    take(null, options.nullable);
  const dropObjects: string[] = [];
  if (options.subclasses !== undefined && options.subclasses !== true) {
    for (const [name, entry] of Object.entries(options.subclasses)) {
      if (!isVersion(entry.since, version)) continue;
      touched = true;
      if (entry.missing === 'drop') dropObjects.push(name);
      else if (entry.missing === 'refuse') refuse.push(name);
    }
  }
  return touched ? { each: [], replace, drop, dropObjects, refuse, loses } : undefined;
}

function isVersion(text: string | undefined, version: Version): boolean {
  return text !== undefined && Version.parse(text).equals(version);
}
