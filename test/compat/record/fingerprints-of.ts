import type { Registry } from '../../../lib/index.js';
import { emptyHistory, takeSnapshot } from '../../../lib/compat/index.js';

/** Every fingerprint that a registry's objects have, by object and version. */
export async function fingerprintsOf(
  registry: Registry,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const { history } = await takeSnapshot(registry, emptyHistory('history'));
  return Object.fromEntries(
    [...history.objects].flatMap(([id, { versions }]) =>
      Object.entries(versions).map(([version, { shape, behaviour }]) => [
        `${id} ${version}`,
        [shape, behaviour],
      ]),
    ),
  );
}
