import type { ShapeField } from '../../history/shape.js';
import type { Model } from '../../model/model.js';
import type { Version } from '../../version/version.js';
import { checkField } from './check-data.js';
import type { Work } from './work.js';

/** A field of some object in a payload whose value is wrong, or which is missing. */
export interface WrongField {
  /** Where the object's envelope stands. */
  readonly path: (string | number)[];
  readonly object: { readonly model: Model; readonly version: Version };
  readonly field: ShapeField;
}

/** Reports what is wrong with fields that were found to be wrong; nothing else of the payload is looked at. */
export function checkWrong(wrong: readonly WrongField[], payload: unknown, work: Work): void {
  for (const { path, object, field } of wrong) {
    const { model, version } = object;
    let envelope = payload;
    for (const step of path) {
      envelope = (envelope as Record<string | number, unknown>)[step];
      work.path.push(step);
    }
    const data = (envelope as Record<string, Record<string, unknown>>)[model.envelope.data];
    work.path.push(model.envelope.data);
    work.within(model, () => checkField(field, data?.[field.wire], version, work));
    // To set the length of an array takes V8 longer than this.
    for (let steps = work.path.length; steps > 0; steps--) work.path.pop();
  }
}
