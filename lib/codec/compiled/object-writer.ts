import { generateWriter } from './generate-writer.js';
import { hookedWriter } from './hooked-writer.js';
import { Heat } from './tier.js';
import type { TypeWriter } from './type-code.js';
import type { HookedWriteLayout, WriteLayout } from './write-layout.js';
import { interpretedWriter } from './write-object.js';

/** Writes a model's objects at one version: compiled on first use, generated once it is used often. */
export class ObjectWriter {
  write: TypeWriter;

  constructor(layoutOf: () => WriteLayout | HookedWriteLayout | undefined) {
    this.write = (instance, run, depth, was) => {
      this.#start(layoutOf());
      return this.write(instance, run, depth, was);
    };
  }

  #start(layout: WriteLayout | HookedWriteLayout | undefined): void {
    if (layout === undefined) {
      this.write = () => undefined;
      return;
    }
    if ('legs' in layout) {
      this.write = hookedWriter(layout);
      return;
    }
    const interpreted = interpretedWriter(layout);
    const heat = new Heat(layout.model);
    if (!heat.canRise) {
      this.write = interpreted;
      return;
    }
    this.write = (instance, run, depth, was) => {
      if (!heat.due()) return interpreted(instance, run, depth, was);
      this.write = generateWriter(layout) ?? interpreted;
      return this.write(instance, run, depth, was);
    };
  }
}
