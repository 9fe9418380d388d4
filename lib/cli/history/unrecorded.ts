import type { History } from '../../compat/record/history.js';
import { objectId } from '../../compat/record/history-path.js';
import { identityOf } from '../../compat/record/record-version.js';
import type { VersionOfObject } from '../../compat/record/take-snapshot.js';
import type { Registry } from '../../model/registry.js';

export type Unrecorded = VersionOfObject;

/** The newest versions that nobody has recorded yet. */
export function unrecordedIn(registries: readonly Registry[], { objects }: History): readonly Unrecorded[] {
  return registries
    .flatMap(({ models }) => models)
    .map((model) => ({ object: objectId(identityOf(model)), version: model.version.text }))
    .filter(({ object, version }) => objects.get(object)?.versions[version] === undefined);
}
