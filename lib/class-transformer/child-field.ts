import type { DiscriminatorDescriptor } from 'class-transformer';
import { DeclarationError } from '../errors/declaration-errors.js';
import type { FieldLike } from '../field/field-shape.js';
import { field } from '../field/field.js';
import { isKindOf } from '../history/references.js';
import { findOwnModel } from '../model/model-of.js';
import type { Model, ObjectClass } from '../model/model.js';
import { type Numbering, numberingOf } from './numbering.js';

/** Where a child stands: the property, for messages, and the class that has it. */
export interface ChildPlace {
  readonly where: string;
  readonly Class: ObjectClass;
  readonly numbering: Numbering;
  /** Which version of itself each version of the class has, for a child of its own class. */
  readonly same: Readonly<Record<string, string>>;
}

/**
 * An object field for a nested class. One number stood for a whole tree, so the numbers of both classes say which version of
 * the child went with each version of the parent.
 *
 * @throws DeclarationError where the nested class, or one of the discriminator's, is not versioned
 */
export function childField(
  Child: ObjectClass,
  discriminator: DiscriminatorDescriptor | undefined,
  place: ChildPlace,
): FieldLike {
  if (Child === place.Class) return field.object(() => Child, { versions: place.same });
  const model = versioned(Child, place);
  const kinds = (discriminator?.subTypes ?? []).map(({ value }) => versioned(value as ObjectClass, place));
  const stranger = kinds.find((kind) => !isKindOf(kind, model));
  if (stranger !== undefined) {
    throw new DeclarationError(
      place.where,
      `its discriminator names ${stranger.name}, which does not extend ${model.name}`,
      `let ${stranger.Class.name} extend ${model.Class.name}, or name their common base class in @Type`,
    );
  }
  const others = kinds.filter((kind) => kind !== model);
  const versions = versionsAlongside([model, ...others], place.numbering);
  return field.object(Child, {
    ...(versions === undefined ? {} : { versions }),
    ...(others.length === 0 ? {} : { subclasses: Object.fromEntries(others.map(({ name }) => [name, {}])) }),
  });
}

function versioned(Child: ObjectClass, { where }: ChildPlace): Model {
  const model = findOwnModel(Child);
  if (model !== undefined) return model;
  throw new DeclarationError(
    where,
    `it holds ${Child.name}, which is not versioned yet`,
    `call fromClassTransformer(${Child.name}, {...}) before, or, where each holds the other, ` +
      `name it in fields as field.object(() => ${Child.name})`,
  );
}

/** `undefined` where the numbers do not say it, or not the same of all classes that may stand in the field. */
function versionsAlongside(
  models: readonly Model[],
  numbering: Numbering,
): Record<string, string> | undefined {
  const [first, ...others] = models.map((model) => {
    const theirs = numberingOf(model);
    return theirs === undefined ? undefined : numbering.alongside(theirs);
  });
  return others.every((other) => JSON.stringify(other) === JSON.stringify(first)) ? first : undefined;
}
