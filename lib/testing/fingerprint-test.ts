import { describeFinding } from '../compat/describe-finding.js';
import type { Finding } from '../compat/finding.js';
import { readSamples, type SampleFault } from '../compat/read-samples.js';
import type { History } from '../compat/record/history.js';
import { objectId } from '../compat/record/history-path.js';
import { readHistory } from '../compat/record/read-history.js';
import { identityOf } from '../compat/record/record-version.js';
import { check, type CheckOptions } from '../compat/rules/check.js';
import type { Model } from '../model/model.js';
import type { Registry } from '../model/registry.js';
import { IncompatibleChangeError } from './incompatible-change-error.js';
import { declareTest, type TestFunction } from './runner.js';

/**
 * Declares a test for each class of a registry: what changed in it has a new version, and no older peer is broken. One more
 * reads every recorded payload. Where a test fails, its message is the edit that mends it.
 *
 * @param folder where the history is that `backlevel snapshot` writes
 * @example
 * import test from 'ava';
 * fingerprintTest(test, defaultRegistry, 'history');
 */
export function fingerprintTest(
  test: TestFunction,
  registry: Registry,
  folder: string,
  options: CheckOptions = {},
): void {
  let found: Promise<Found> | undefined;
  const once = (): Promise<Found> => (found ??= find(registry, folder, options));
  for (const model of registry.models) {
    declareTest(test, `${folder}: ${model.name} changes no older peer unasked`, async () =>
      refuse(messagesOf(model, await once())),
    );
  }
  declareTest(test, `${folder}: every recorded payload is read, and written back`, async () =>
    refuse(describeFaults((await once()).faults)),
  );
  declareTest(test, `${folder}: nothing that was recorded is missing`, async () =>
    refuse(others(registry, await once()).map(describeFinding)),
  );
}

/**
 * What {@link fingerprintTest} tests, all at once, for any runner.
 *
 * @throws IncompatibleChangeError, whose message is what is wrong and how to mend it
 */
export async function assertFingerprints(
  registry: Registry,
  folder: string,
  options: CheckOptions = {},
): Promise<void> {
  const found = await find(registry, folder, options);
  refuse([
    ...registry.models.flatMap((model) => messagesOf(model, found)),
    ...others(registry, found).map(describeFinding),
    ...describeFaults(found.faults),
  ]);
}

interface Found {
  readonly history: History;
  /** Errors that no waiver covers. */
  readonly errors: readonly Finding[];
  readonly faults: readonly SampleFault[];
}

async function find(registry: Registry, folder: string, options: CheckOptions): Promise<Found> {
  const history = readHistory(folder);
  const findings = await check(registry, history, options);
  const errors = findings.filter(({ severity, waived }) => severity === 'error' && waived === undefined);
  return { history, errors, faults: readSamples(registry, history) };
}

function messagesOf(model: Model, { errors, history }: Found): string[] {
  const id = objectId(identityOf(model));
  const messages = errors.filter(({ object }) => isOf(object, model, id)).map(describeFinding);
  if (history.objects.get(id)?.versions[model.version.text] !== undefined) return messages;
  return [...messages, `${id} ${model.version} is not recorded yet\n  → backlevel snapshot`];
}

function others(registry: Registry, { errors }: Found): readonly Finding[] {
  return errors.filter(
    ({ object }) => !registry.models.some((model) => isOf(object, model, objectId(identityOf(model)))),
  );
}

function isOf(object: string, model: Model, id: string): boolean {
  return object === model.name || object === id;
}

/** One message for each object and part: most often one mistake keeps many versions from being read. */
function describeFaults(faults: readonly SampleFault[]): string[] {
  const groups = new Map<string, SampleFault[]>();
  for (const fault of faults) {
    const key = `${fault.object} ${fault.part}`;
    groups.set(key, [...(groups.get(key) ?? []), fault]);
  }
  return [...groups.values()].map((group) => {
    const { object, version, part, message } = group[0] as SampleFault;
    const versions = [...new Set(group.map((fault) => fault.version))].join(', ');
    return `${object}: recorded payloads of ${versions} cannot be ${part}\n  of ${version}: ${message}`;
  });
}

function refuse(messages: readonly string[]): void {
  if (messages.length > 0) throw new IncompatibleChangeError(messages);
}
