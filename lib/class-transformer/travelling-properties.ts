import { DeclarationError } from '../errors/declaration-errors.js';
import type { FieldDefinition } from '../field/definition.js';
import type { ObjectClass } from '../model/model.js';
import type { Carried } from './carry-property.js';
import { isOneWay } from './decorations.js';

/**
 * The properties that become fields: those that class-transformer lets travel, and those of which the user says a field.
 * `elsewhere` are those that do not, or of which something else is said.
 *
 * @throws DeclarationError where a property travels that no decorator names: nothing tells its type
 */
export function travellingProperties(
  { name, Class, decorations }: Carried,
  given: ReadonlyMap<string, FieldDefinition>,
  elsewhere: ReadonlySet<string>,
  construct: (() => object) | undefined,
): readonly string[] {
  const { base } = decorations;
  const inherited = [...(base?.fields ?? []), ...(base?.retired ?? [])].map(({ property }) => property);
  const properties = new Set([...decorations.properties, ...given.keys()]);
  for (const property of [...properties, ...inherited]) {
    const excluded = decorations.excluded(property);
    if (excluded === undefined || isOneWay(excluded)) continue;
    const where = `${name}.${property}`;
    if (given.has(property)) {
      throw new DeclarationError(
        where,
        'it has @Exclude(), and fields gives it a field',
        'take one of them away',
      );
    }
    if (inherited.includes(property)) {
      throw new DeclarationError(
        where,
        `it has @Exclude(), and is a field of ${base?.name}, which ${name} extends`,
        `take it out of ${base?.name}, or let ${name} extend another class`,
      );
    }
    properties.delete(property);
  }
  if (!decorations.excludesAll) {
    // Of what a versioned base class has, that class said what travels.
    const decided = new Set([
      ...inherited,
      ...(base === undefined ? [] : dataOf(base.Class, base.construct)),
    ]);
    const unnamed = dataOf(Class, construct).filter(
      (property) =>
        !properties.has(property) &&
        !elsewhere.has(property) &&
        !decided.has(property) &&
        decorations.excluded(property) === undefined,
    );
    if (unnamed.length > 0) throw untyped(name, unnamed);
  }
  return [...properties].filter((property) => !elsewhere.has(property));
}

/** The data of an empty instance. What a constructor does not set, and nothing decorates, cannot be seen. */
function dataOf(Class: ObjectClass, construct: (() => object) | undefined): string[] {
  try {
    const instance = construct === undefined ? new (Class as unknown as new () => object)() : construct();
    return Object.entries(instance).flatMap(([property, value]) =>
      typeof value === 'function' ? [] : [property],
    );
  } catch {
    return [];
  }
}

function untyped(name: string, [first, ...others]: readonly string[]): DeclarationError {
  const all = [first, ...others].join(', ');
  return new DeclarationError(
    `${name}.${first}`,
    `class-transformer lets it travel${others.length === 0 ? '' : ` (and ${others.join(', ')})`}, and no decorator tells its type`,
    `name the types of ${all} in fields: { ${first}: field.string(), ... }, or say omit: [...], or @Exclude()`,
  );
}
