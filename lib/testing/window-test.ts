import { describeFailure } from '../compat/prove/describe-failure.js';
import { prove, type ProveOptions } from '../compat/prove/prove.js';
import { readHistory } from '../compat/record/read-history.js';
import { recordedPast } from '../compat/recorded-past.js';
import { type Releases, releasesOf } from '../history/releases.js';
import type { Registry } from '../model/registry.js';
import { IncompatibleChangeError } from './incompatible-change-error.js';
import { declareTest, type TestFunction } from './runner.js';

export interface WindowOptions extends Omit<ProveOptions, 'onProgress' | 'objects' | 'past'> {
  /** Whose window is proved; those that are defined on the registry where nothing is said. */
  readonly releases?: Releases;
  /** Where the history is: with it, readers of the past are what was recorded, not what today's code says they were. */
  readonly history?: string;
}

/**
 * Declares a test for each class of a registry that proves it over the support window: every version that may be written is tried on
 * every version that may read it. Where one fails, its message shows the smallest payload, the step that broke it, and the seed.
 *
 * @example
 * windowTest(test, defaultRegistry, { history: 'history' });
 */
export function windowTest(test: TestFunction, registry: Registry, options: WindowOptions = {}): void {
  for (const { name } of registry.models) {
    declareTest(test, `window: ${name} is read by every version that may run beside it`, () =>
      assertWindow(registry, { ...options, objects: [name] }),
    );
  }
}

/**
 * What {@link windowTest} tests, for any runner.
 *
 * @throws IncompatibleChangeError
 */
export async function assertWindow(
  registry: Registry,
  { releases, history, ...options }: WindowOptions & Pick<ProveOptions, 'objects'> = {},
): Promise<void> {
  const past = history === undefined ? {} : { past: recordedPast(readHistory(history)) };
  const { failures } = await prove(registry, releases ?? releasesOf(registry), { ...options, ...past });
  if (failures.length > 0) throw new IncompatibleChangeError(failures.map(describeFailure));
}
