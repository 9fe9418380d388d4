import { modelOf, versionsOf } from '../../lib/index.js';
import { recordVersion } from '../../lib/compat/index.js';
import type * as twin from './twin.js';

const names = ['Disk', 'Server', 'Owner', 'Ticket'] as const;

/** The fingerprints of those of the twin's classes that a fixture has, at each version. The classes may be those of another copy of backlevel. */
export async function fingerprintsOf(
  classes: Partial<typeof twin>,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {};
  for (const name of names) {
    const Class = classes[name];
    if (Class === undefined) continue;
    const model = modelOf(Class);
    for (const version of versionsOf(model)) {
      const { shape, behaviour } = await recordVersion(model, version);
      found[`${name} ${version}`] = [shape, behaviour];
    }
  }
  return found;
}
