import type { Model } from '../../model/model.js';
import { UsageError } from '../cli-errors.js';
import type { Project } from './load-project.js';

/**
 * The model of an object, by its name or by `namespace.Name`; of two major versions the newer one, unless a major version is said.
 *
 * @throws UsageError where there is none
 */
export function findObject({ registries }: Project, name: string, major?: number): Model {
  const models = registries.flatMap((registry) => registry.models);
  const named = models
    .filter((model) => model.name === name || `${model.namespace}.${model.name}` === name)
    .filter(({ version }) => major === undefined || version.major === major)
    .toSorted((a, b) => b.version.compare(a.version));
  const found = named[0];
  if (found !== undefined) return found;
  const known = models.map((model) => `${model.name} ${model.version}`).join(', ');
  throw new UsageError(
    `no object is called ${name}${major === undefined ? '' : ` and has a version ${major}.x`}`,
    `the modules declare ${known}`,
  );
}
