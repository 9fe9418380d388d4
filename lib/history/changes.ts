import { versionsNamed } from '../field/definition.js';
import { limitsChangeIn, type Revision, revisionsIn } from '../field/revision.js';
import { isAlive, wireAt } from '../model/field-history.js';
import type { Model, ModelField } from '../model/model.js';
import { Version } from '../version/version.js';

/** One thing that a version changed. Fields are named as they are called in that version; retired ones as they were before it. */
export type Change =
  | { readonly kind: 'added'; readonly field: string }
  | { readonly kind: 'removed'; readonly field: string }
  | { readonly kind: 'renamed'; readonly field: string; readonly from: string }
  | { readonly kind: 'values'; readonly field: string; readonly revision: Revision }
  | { readonly kind: 'limits'; readonly field: string }
  | { readonly kind: 'retyped'; readonly field: string }
  | {
      readonly kind: 'hook';
      readonly object: string;
      readonly version: string;
      readonly down: boolean;
      readonly up: boolean;
    };

/** All that one version changed. */
export interface VersionChanges {
  readonly version: Version;
  readonly changes: readonly Change[];
}

const histories = new WeakMap<Model, readonly VersionChanges[]>();

/** What each version of a model changed, oldest first; versions without a change are not in it. */
export function historyOf(model: Model): readonly VersionChanges[] {
  let history = histories.get(model);
  if (history === undefined) histories.set(model, (history = buildHistory(model)));
  return history;
}

function buildHistory(model: Model): readonly VersionChanges[] {
  const all = [...model.fields, ...model.retired];
  const texts = new Set([
    ...all.flatMap((field) => versionsNamed(field.definition)),
    ...model.hooks.map((hook) => hook.at.text),
  ]);
  const ordered = [...texts].map((text) => Version.parse(text)).toSorted((a, b) => a.compare(b));
  const history: VersionChanges[] = [];
  for (const version of ordered) {
    if (!model.oldest.olderThan(version)) continue;
    // Two texts of one version ('1.4' and '1.4.0') are one entry.
    if (history.at(-1)?.version.equals(version) === true) continue;
    const changes = [...hookChanges(model, version), ...all.flatMap((field) => fieldChanges(field, version))];
    if (changes.length > 0) history.push({ version, changes });
  }
  return Object.freeze(history);
}

function hookChanges(model: Model, version: Version): Change[] {
  return model.hooks
    .filter((hook) => hook.at.equals(version))
    .map(({ object, version: own, hook }) => ({
      kind: 'hook',
      object,
      version: own,
      down: hook.down !== undefined,
      up: hook.up !== undefined,
    }));
}

function fieldChanges(field: ModelField, version: Version): Change[] {
  const { definition } = field;
  const { since, until } = definition.options;
  if (isVersion(since, version)) return [{ kind: 'added', field: wireAt(field, version) }];
  if (isVersion(until, version)) return [{ kind: 'removed', field: wireAt(field, version) }];
  if (!isAlive(field, version)) return [];
  const name = wireAt(field, version);
  return [
    ...revisionsIn(definition, version).map((revision): Change => ({
      kind: 'values',
      field: name,
      revision,
    })),
    ...(limitsChangeIn(definition, version) ? [{ kind: 'limits', field: name } as const] : []),
    ...changesIn(definition.options.retyped, version).map((): Change => ({ kind: 'retyped', field: name })),
    ...changesIn(definition.options.renamed, version).map(({ from }): Change => ({
      kind: 'renamed',
      field: name,
      from,
    })),
  ];
}

function changesIn<T extends { readonly in: string }>(
  changes: readonly T[] | undefined,
  version: Version,
): readonly T[] {
  return (changes ?? []).filter((change) => isVersion(change.in, version));
}

function isVersion(text: string | undefined, version: Version): boolean {
  return text !== undefined && Version.parse(text).equals(version);
}
