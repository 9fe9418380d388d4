import type { Manifest } from '../../history/releases.js';
import type { Registry } from '../../model/registry.js';
import { Version } from '../../version/version.js';
import { HistoryMissingError, ReleaseNameError } from './history-errors.js';
import type { History } from './history.js';
import { objectId } from './history-path.js';
import { identityOf } from './record-version.js';

/**
 * The history with one more release: every object of the registry at its newest version. From then on these entries are frozen.
 *
 * @throws ReleaseNameError for a name that is taken, or that is a whole number or a version of one of the objects
 * @throws HistoryMissingError for a version that is not recorded yet
 */
export function addRelease(history: History, registry: Registry, name: string): History {
  checkName(history, registry, name);
  const manifest: Record<string, string> = {};
  for (const model of registry.models) {
    const id = objectId(identityOf(model));
    if (history.objects.get(id)?.versions[model.version.text] === undefined)
      throw new HistoryMissingError(`${id} ${model.version}`, 'run backlevel snapshot first');
    const other = manifest[model.name];
    // Two major versions of one name: the newer one is what a new service writes.
    if (other === undefined || Version.parse(other).olderThan(model.version))
      manifest[model.name] = model.version.text;
  }
  return { ...history, releases: { ...history.releases, [name]: manifest satisfies Manifest } };
}

function checkName({ releases }: History, registry: Registry, name: string): void {
  if (name === '') throw new ReleaseNameError(name, 'it is empty');
  if (Object.hasOwn(releases, name)) throw new ReleaseNameError(name, 'there is a release of that name');
  if (/^\d+$/.test(name))
    throw new ReleaseNameError(name, `JSON objects put whole numbers first; say '${name}.0' or 'r${name}'`);
  if (name in Object.prototype) throw new ReleaseNameError(name, 'every JavaScript object has that name');
  const version = Version.tryParse(name);
  const object = registry.models.find((model) => version?.major === model.version.major);
  if (object !== undefined)
    throw new ReleaseNameError(
      name,
      `it could be a version of ${object.name}, which is at ${object.version}`,
    );
}
