import type { ObjectType } from '../../field/object-type.js';
import type { Model } from '../../model/model.js';
import type { Version } from '../../version/version.js';
import { generateReader } from './generate-reader.js';
import { hookedReader } from './hooked-reader.js';
import { type ChildReader, type HookedReadLayout, type ReadLayout, readLayout } from './read-layout.js';
import { interpretedReader } from './read-object.js';
import { Heat } from './tier.js';
import type { TypeReader } from './type-code.js';

const never: TypeReader = { check: (_wire, run) => run.lose(), read: () => undefined };

/** Reads a model's payloads of one version: compiled on first use, generated once it is used often. */
export class ObjectReader implements TypeReader {
  check: TypeReader['check'];
  read: TypeReader['read'];

  constructor(model: Model, version: Version, children: (type: ObjectType) => ChildReader) {
    this.check = (wire, run, depth) => {
      this.#start(readLayout(model, version, children));
      return this.check(wire, run, depth);
    };
    this.read = (wire, run, depth) => {
      this.#start(readLayout(model, version, children));
      return this.read(wire, run, depth);
    };
  }

  #start(layout: ReadLayout | HookedReadLayout | undefined): void {
    if (layout === undefined) {
      this.#use(never);
      return;
    }
    if ('legs' in layout) {
      this.#use(hookedReader(layout));
      return;
    }
    const interpreted = interpretedReader(layout);
    const heat = new Heat(layout.model);
    if (!heat.canRise) {
      this.#use(interpreted);
      return;
    }
    const warm = (): TypeReader => {
      if (!heat.due()) return interpreted;
      const reader = generateReader(layout) ?? interpreted;
      this.#use(reader);
      return reader;
    };
    this.#use({
      check: (wire, run, depth) => warm().check(wire, run, depth),
      read: (wire, run, depth) => warm().read(wire, run, depth),
    });
  }

  #use({ check, read }: TypeReader): void {
    this.check = check;
    this.read = read;
  }
}
