import type { History } from '../../compat/record/history.js';
import { objectId } from '../../compat/record/history-path.js';
import { identityOf } from '../../compat/record/record-version.js';
import type { Registry } from '../../model/registry.js';

/** What of a history belongs to one of the registries that share it. */
export interface Share {
  readonly registry: Registry;
  readonly history: History;
  readonly owns: (object: string) => boolean;
}

/** A history by the registries that share it; the first one also gets what belongs to none of them. */
export function sharesOf(registries: readonly Registry[], history: History): readonly Share[] {
  return registries.map((registry, index) => {
    const others = registries.filter((other) => other !== registry);
    const owns = (object: string): boolean =>
      has(registry, object) || (index === 0 && !others.some((other) => has(other, object)));
    const objects = new Map([...history.objects].filter(([id]) => owns(id)));
    const releases = Object.fromEntries(
      Object.entries(history.releases).map(([name, manifest]) => [
        name,
        Object.fromEntries(Object.entries(manifest).filter(([object]) => owns(object))),
      ]),
    );
    return { registry, history: { ...history, objects, releases }, owns };
  });
}

/** By its name or by `namespace.Name`. */
function has({ models }: Registry, object: string): boolean {
  return models.some((model) => model.name === object || objectId(identityOf(model)) === object);
}
