import { DeclarationError } from '../errors/declaration-errors.js';
import { BARE } from '../field/bare-type.js';
import type { FieldDefinition } from '../field/definition.js';
import { type Naming, wireName } from '../model/naming.js';
import type { Version } from '../version/version.js';
import type { ChildPlace } from './child-field.js';
import { type Decorations, isOneWay } from './decorations.js';
import { type ExposedHistory, exposedHistory } from './exposed-history.js';
import { propertyType } from './property-type.js';

/** What is known of the class whose properties are carried over. */
export interface Carried extends Omit<ChildPlace, 'where'> {
  readonly name: string;
  readonly decorations: Decorations;
  readonly naming: Naming;
  readonly oldest: Version;
}

/**
 * The field that a property becomes. `given` is what the user says of it: a type, or, without one, options to add.
 * `undefined` where no version that is still read has the property.
 *
 * @throws DeclarationError for what a field cannot do: travel in one direction, for some readers, or through a function
 */
export function carryProperty(
  property: string,
  given: FieldDefinition | undefined,
  carried: Carried,
): FieldDefinition | undefined {
  const { decorations } = carried;
  const place = { ...carried, where: `${carried.name}.${property}` };
  refuseWhatIsNoField(property, given, place);
  const history = historyOf(property, given, place);
  if (history === undefined) return undefined;
  refuseComputed(property, given, history, place);
  const type =
    given === undefined || given.kind === BARE
      ? propertyType(decorations.type(property), property, place)
      : given;
  return Object.freeze({
    ...type,
    options: Object.freeze({ ...type.options, ...history, ...given?.options }),
  });
}

type Place = Carried & ChildPlace;

function refuseWhatIsNoField(property: string, given: FieldDefinition | undefined, place: Place): void {
  const { decorations, where } = place;
  const omit = `leave it out with omit: ['${property}']`;
  if (decorations.isTransformed(property) && (given === undefined || given.kind === BARE)) {
    throw new DeclarationError(
      where,
      'it has a @Transform, and a function does not say what travels',
      `name its type in fields: { ${property}: field.string() }, or whichever it is, or ${omit}`,
    );
  }
  if (given !== undefined) return;
  const exposed = decorations.exposed(property)?.options;
  const both = `say that it travels both ways with fields: { ${property}: field() }, or ${omit}`;
  if (isOneWay(exposed) || isOneWay(decorations.excluded(property))) {
    throw new DeclarationError(
      where,
      'toClassOnly and toPlainOnly let it travel in one direction only',
      both,
    );
  }
  if ((exposed?.groups ?? []).length > 0) {
    throw new DeclarationError(where, 'its @Expose has groups, and a version has no groups of readers', both);
  }
}

function historyOf(
  property: string,
  given: FieldDefinition | undefined,
  place: Place,
): ExposedHistory | undefined {
  const { entries, complete } = place.decorations.exposures(property);
  const last = entries.at(-1);
  const own = given?.options;
  if (own?.since !== undefined || own?.until !== undefined || own?.renamed !== undefined) {
    return last?.name ? { wire: last.name } : {};
  }
  if (!complete && (last?.since || last?.until)) {
    throw new DeclarationError(
      place.where,
      'its @Expose ran before backlevel/class-transformer was loaded, and class-transformer forgets all @Expose of a property but the last',
      "import 'backlevel/class-transformer' before the module of the class, " +
        `or say its history in fields: { ${property}: field({ since: '1.1' }) }`,
    );
  }
  return exposedHistory(entries, { ...place, wireName: wireName(property, place.naming) });
}

function refuseComputed(
  property: string,
  given: FieldDefinition | undefined,
  history: ExposedHistory,
  { where, Class }: Place,
): void {
  const descriptor = descriptorOf(Class.prototype, property);
  if (descriptor === undefined) return;
  const isMethod = typeof descriptor.value === 'function';
  if (!isMethod && (descriptor.get === undefined || descriptor.set !== undefined)) return;
  const what = `it is a ${isMethod ? 'method' : 'getter'}, which decode cannot set`;
  const retired = history.until !== undefined || given?.options.until !== undefined;
  if (!retired) {
    throw new DeclarationError(where, what, `make it a property, or leave it out with omit: ['${property}']`);
  }
  if (given?.options.fill !== undefined) return;
  throw new DeclarationError(
    where,
    what,
    `say what older readers get: fields: { ${property}: field.string({ fill: (data) => ... }) }`,
  );
}

function descriptorOf(prototype: unknown, property: string): PropertyDescriptor | undefined {
  for (
    let next: unknown = prototype;
    next !== null && next !== undefined;
    next = Object.getPrototypeOf(next)
  ) {
    const own = Object.getOwnPropertyDescriptor(next, property);
    if (own !== undefined) return own;
  }
  return undefined;
}
