import test from 'ava';
import {
  addRelease,
  check,
  emptyHistory,
  type Finding,
  type History,
  takeSnapshot,
} from '../../../lib/compat/index.js';
import type { Registry } from '../../../lib/index.js';
import { heat } from '../../../objects/heat/index.js';
import { nova } from '../../../objects/nova/index.js';
import { cleanProof } from './scene.js';

/** Everything that is worse than a note, with and without a proof: `RULE Object path`. */
async function worst(registry: Registry, history: History): Promise<readonly string[]> {
  const named = ({ rule, object, path, severity }: Finding): string =>
    `${severity} ${rule} ${object} ${path}`;
  const found = await check(registry, history, { proof: cleanProof(registry, history) });
  return found.filter(({ severity }) => severity !== 'info').map(named);
}

const warnings = test.macro({
  exec: async (t, registry: Registry, expected: readonly string[]) => {
    const { history } = await takeSnapshot(registry, emptyHistory('history'));
    t.deepEqual(await worst(registry, history), expected);
    t.deepEqual(await worst(registry, addRelease(history, registry, 'today')), expected);
    const unproved = await check(registry, history);
    t.deepEqual(
      unproved.filter(({ severity }) => severity === 'error'),
      [],
    );
  },
  title: (name = '') => `check(): ${name} has no errors against its own snapshot, and these warnings`,
});

test('heat', warnings, heat, [
  'warn FIELD_NULLABLE_ADDED Stack username',
  'warn FIELD_LIMIT_LOOSENED StackTag tag',
]);
test('nova', warnings, nova, [
  'warn ENUM_VALUE_ADDED_NO_FALLBACK ImageMetaProps hw_pci_numa_affinity_policy',
  'warn ENUM_VALUE_ADDED_NO_FALLBACK ImageMetaProps hw_video_model',
  'warn ENUM_VALUE_ADDED_NO_FALLBACK PciDevice dev_type',
]);
