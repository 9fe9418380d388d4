import type { PastObject } from '../../codec/at.js';
import type { Manifest } from '../../history/releases.js';
import { envelopeKeys, finishModel } from '../../model/build-model.js';
import type { DefinedClass } from '../../model/define-object.js';
import { MODEL_FORMAT } from '../../model/model-of.js';
import type { Model, ObjectClass } from '../../model/model.js';
import { Registry } from '../../model/registry.js';
import { Version } from '../../version/version.js';
import { definitionFrom } from './definition-from.js';
import { HistoryMissingError } from './history-errors.js';
import type { History, ObjectHistory } from './history.js';
import { objectId } from './history-path.js';
import { objectHistory } from './object-history.js';
import type { ObjectRecord, VersionRecord } from './object-record.js';

/**
 * The class as a service at `version` had it, from its record alone: it reads and writes that version, as old readers and writers do,
 * and knows no other. Properties have wire names. Children stand at the versions of `manifest`, or at those recorded with the object.
 *
 * @throws HistoryMissingError where the version, or one of a child, is not recorded
 * @example
 * const Old = modelFrom(objectHistory(readHistory('history'), 'Stack'), '1.1');
 * decode(Old, encode(stack, { target: '1.1' }));
 */
export function modelFrom(
  { record, history }: ObjectHistory,
  version: string,
  options: { readonly manifest?: Manifest } = {},
): DefinedClass<PastObject> {
  const recorded = versionIn(record, version);
  const children = { ...recorded.children, ...options.manifest, [record.object]: version };
  return new RecordedWorld(history, children).model(record).Class as unknown as DefinedClass<PastObject>;
}

/** One past, from records: each object once, at one version. */
class RecordedWorld {
  readonly #registry = new Registry();
  readonly #models = new Map<string, Model>();

  constructor(
    readonly history: History,
    readonly versions: Manifest,
  ) {}

  model(record: ObjectRecord): Model {
    const id = objectId(record);
    const known = this.#models.get(id);
    if (known !== undefined) return known;
    const { object, namespace } = record;
    const text = this.versions[object] ?? newestOf(record);
    const entry = versionIn(record, text);
    const version = Version.parse(text);
    const base =
      record.base === undefined ? undefined : this.model(objectHistory(this.history, record.base).record);
    const Class = class {} as unknown as ObjectClass;
    Object.defineProperty(Class, 'name', { value: object });
    const model = finishModel({
      format: MODEL_FORMAT,
      name: object,
      namespace,
      version,
      oldest: version,
      naming: 'as-is',
      envelope: envelopeKeys(object, record.envelope),
      fields: Object.entries(entry.fields).map(([wire, field]) => ({
        property: wire,
        wire,
        definition: definitionFrom(field),
      })),
      retired: [],
      hooks: [],
      base,
      baseVersions: undefined,
      untagged: record.untagged === text ? version : undefined,
      check: undefined,
      construct: () => new (Class as unknown as new () => object)(),
      registry: this.#registry,
      Class,
    });
    this.#models.set(id, model);
    // Fields find their classes by name in the registry: they must be there before the first payload.
    for (const name of Object.keys(entry.children)) this.model(this.#childRecord(name, namespace));
    return model;
  }

  #childRecord(name: string, namespace: string): ObjectRecord {
    return objectHistory(
      this.history,
      this.history.objects.has(`${namespace}.${name}`) ? `${namespace}.${name}` : name,
    ).record;
  }
}

function newestOf({ versions }: ObjectRecord): string {
  const known = Object.keys(versions).map((text) => Version.parse(text));
  return known.toSorted((a, b) => a.compare(b)).at(-1)?.text ?? '';
}

function versionIn(record: ObjectRecord, version: string): VersionRecord {
  const recorded = Object.hasOwn(record.versions, version) ? record.versions[version] : undefined;
  if (recorded !== undefined) return recorded;
  const known = Object.keys(record.versions).join(', ');
  throw new HistoryMissingError(
    `${objectId(record)} ${version}`,
    `recorded are ${known === '' ? 'none' : known}`,
  );
}
