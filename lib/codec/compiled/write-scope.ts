import type { ObjectType } from '../../field/object-type.js';
import { childTarget } from '../../history/child-version.js';
import { childModel, isKindOf, modelOfReference } from '../../history/references.js';
import type { Manifest } from '../../history/releases.js';
import { findModelOfInstance } from '../../model/model-of.js';
import type { Model } from '../../model/model.js';
import type { Version } from '../../version/version.js';
import { isBacklevelError } from '../../errors/backlevel-error.js';
import { ObjectWriter } from './object-writer.js';
import type { Program } from './program.js';
import type { TypeWriter } from './type-code.js';
import { type ChildWriter, writeLayout } from './write-layout.js';

/** The writers for one kind of reader: of the newest versions, of a manifest, or of a version whose children the history tells. */
export class WriteScope {
  readonly #writers = new Map<Model, Map<string, ObjectWriter>>();

  constructor(
    readonly program: Program,
    readonly manifest: Manifest | undefined,
    readonly newest: boolean,
  ) {}

  writer(model: Model, version: Version): ObjectWriter {
    let writers = this.#writers.get(model);
    if (writers === undefined) this.#writers.set(model, (writers = new Map()));
    let writer = writers.get(version.text);
    if (writer === undefined) {
      writer = new ObjectWriter(() =>
        writeLayout(
          model,
          version,
          (type, at) => this.#children(model, version, type, at),
          (type) => this.program.childReader(type, model),
        ),
      );
      writers.set(version.text, writer);
    }
    return writer;
  }

  #children(
    parent: Model,
    version: Version,
    type: ObjectType,
    at: { readonly field: string; readonly type: ObjectType } | undefined,
  ): ChildWriter {
    const base = modelOfReference(type, parent);
    const known = new Map<Model, ObjectWriter | undefined>();
    const writerFor = (model: Model): ObjectWriter | undefined => {
      if (!known.has(model)) known.set(model, this.#childWriter(parent, version, model, at));
      return known.get(model);
    };
    const find = (value: unknown): ObjectWriter | undefined => {
      const model = findModelOfInstance(value);
      if (model === undefined) return undefined;
      const fits =
        model === base ||
        (isKindOf(model, base) && childModel(type, parent, model.name, model.namespace) === model);
      return fits ? writerFor(model) : undefined;
    };
    const prototype = base.Class.prototype as object;
    const direct = writerFor(base);
    const write: TypeWriter = (value, run, depth, was) => {
      const isDirect =
        typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === prototype;
      const writer = isDirect ? direct : find(value);
      return writer?.write(value, run, depth, was);
    };
    return { write, prototype, direct };
  }

  /** Where a child has no version for this reader, or is left out for it, the whole payload is left to the interpreting engine. */
  #childWriter(
    parent: Model,
    version: Version,
    child: Model,
    at: { readonly field: string; readonly type: ObjectType } | undefined,
  ): ObjectWriter | undefined {
    // What stays behind is checked as it is.
    if (this.newest || at === undefined) return this.program.newest.writer(child, child.version);
    const { field, type } = at;
    if (childModel(type, parent, child.name, child.namespace) !== child) return undefined;
    try {
      const target = childTarget({ parent, version, field, type, newest: false }, child, this.manifest);
      return target === 'drop'
        ? undefined
        : this.program.scope(target.manifest).writer(child, target.version);
    } catch (error) {
      if (isBacklevelError(error)) return undefined;
      throw error;
    }
  }
}
