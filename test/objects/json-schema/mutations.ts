import {
  type Model,
  modelOf,
  type ObjectClass,
  type Primitive,
  shapeAt,
  Version,
  versionsOf,
} from '../../../lib/index.js';
import { type Unsaid, unsaidValues, wrongValues } from './wrong-values.js';

/** A payload in which one thing is wrong. */
export interface Mutation {
  readonly where: string;
  readonly what: string;
  readonly payload: unknown;
  /** A reader takes a child at any of its versions; a schema names the one that goes with the parent's. */
  readonly readable: boolean;
}

export type UnsaidMutation = Mutation & { readonly what: Unsaid };

/** Everything that can be made wrong in a payload, field by field, children too. */
export function mutationsOf(Class: ObjectClass, payload: Primitive): Mutation[] {
  return objectsIn(modelOf(Class), payload).flatMap((place) => [
    ...envelopeMutations(place),
    ...fieldMutations(place),
  ]);
}

/** What can be made wrong so that a JSON Schema does not see it. */
export function unsaidMutationsOf(Class: ObjectClass, payload: Primitive): UnsaidMutation[] {
  return objectsIn(modelOf(Class), payload).flatMap((place) =>
    fieldsOf(place).flatMap(({ wire, type }) =>
      unsaidValues(type).map(({ what, value }) => ({
        where: `${place.where}.${wire}`,
        what,
        payload: withData(place, { [wire]: value }),
        readable: false,
      })),
    ),
  );
}

/** An envelope in a payload, and how the payload looks with another one in its place. */
interface Place {
  readonly model: Model;
  readonly where: string;
  readonly envelope: Primitive;
  readonly nested: boolean;
  readonly replace: (envelope: unknown) => unknown;
}

/** The envelope, and one child of each field that has any. */
function objectsIn(
  model: Model,
  envelope: Primitive,
  where = model.name,
  replace: Place['replace'] = (other) => other,
): Place[] {
  const place: Place = { model, where, envelope, nested: where !== model.name, replace };
  return [
    place,
    ...fieldsOf(place).flatMap(({ wire, type }) => {
      const value = dataOf(place)[wire];
      const isList = Array.isArray(value);
      const child: unknown = isList ? value[0] : value;
      if (type.nest === undefined || child === undefined || child === null) return [];
      const found = modelOfChild(model, child as Primitive);
      return objectsIn(found, child as Primitive, `${where}.${wire}`, (other) =>
        withData(place, { [wire]: isList ? [other, ...(value as unknown[]).slice(1)] : other }),
      );
    }),
  ];
}

function envelopeMutations({ model, where, envelope, nested, replace }: Place): Mutation[] {
  const { name, namespace, version, data, changes } = model.envelope;
  const at = String(envelope[version]);
  const sibling = versionsOf(model).find((other) => other.text !== at);
  const edits: Record<string, object> = {
    'the name of another object': { [name]: 'Other' },
    'another namespace': { [namespace]: 'other' },
    'a version that is to come': { [version]: '1.99' },
    'a version as a number': { [version]: 1 },
    'no name': { [name]: undefined },
    'no namespace': { [namespace]: undefined },
    'no version': { [version]: undefined },
    'no data': { [data]: undefined },
    'a list for data': { [data]: [] },
    'a text for changes': { [changes]: 'id' },
    'a number among the changes': { [changes]: [1] },
    ...(sibling === undefined ? {} : { 'the version of another shape': { [version]: sibling.text } }),
  };
  return Object.entries(edits).map(([what, edit]) => ({
    where,
    what,
    payload: replace(asJson({ ...envelope, ...edit })),
    readable: nested && what === 'the version of another shape',
  }));
}

function fieldMutations(place: Place): Mutation[] {
  const newest = shapeAt(place.model, place.model.version);
  return fieldsOf(place).flatMap(({ wire, property, type, optional }) => {
    const today = newest.fields.find((field) => field.property === property)?.type;
    const wrongs = [
      ...wrongValues(type, today),
      ...(optional ? [] : [{ what: 'nothing', value: undefined }]),
      ...(type.nullable ? [] : [{ what: 'null', value: null }]),
    ];
    return wrongs.map(({ what, value }) => ({
      where: `${place.where}.${wire}`,
      what,
      payload: withData(place, { [wire]: value }),
      readable: false,
    }));
  });
}

function fieldsOf({ model, envelope }: Pick<Place, 'model' | 'envelope'>) {
  return shapeAt(model, Version.parse(String(envelope[model.envelope.version]))).fields;
}

function dataOf({ model, envelope }: Pick<Place, 'model' | 'envelope'>): Primitive {
  return envelope[model.envelope.data] as Primitive;
}

function withData(
  { model, envelope, replace }: Pick<Place, 'model' | 'envelope' | 'replace'>,
  edit: object,
): unknown {
  return replace(asJson({ ...envelope, [model.envelope.data]: { ...dataOf({ model, envelope }), ...edit } }));
}

function modelOfChild({ registry, envelope }: Model, child: Primitive): Model {
  return registry.find(String(child[envelope.name]), String(child[envelope.namespace])) as Model;
}

// As it would arrive: without members that are undefined.
function asJson(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}
