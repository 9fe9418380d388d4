import { Expose, Transform, Type } from 'class-transformer';
import type { FieldType } from '../field/field-type.js';
import type { ObjectType } from '../field/object-type.js';
import { modelOfReference, objectTypeIn, reachableModels } from '../history/references.js';
import { shapeAt } from '../history/shape.js';
import { modelOf } from '../model/model-of.js';
import type { Model, ObjectClass } from '../model/model.js';
import { numberingOf } from './numbering.js';

const taught = new WeakSet<Model>();

/**
 * Teaches class-transformer a versioned class, and every class that it contains, so that `plainToInstance` and `instanceToPlain`
 * work without a second `@Type` and `@Expose` on each property: wire names, children, dates, sets and bigints.
 *
 * Its plain form is the data without envelopes: it has no version, and nothing in it is checked. A field that admits
 * subclasses is read as its base class.
 *
 * @throws UnregisteredObjectError where the class is not versioned
 * @example
 * exposeToClassTransformer(Stack);
 * plainToInstance(Stack, { stack_name: 'web' }).stackName; // => 'web'
 */
export function exposeToClassTransformer(Class: ObjectClass): void {
  for (const model of reachableModels(modelOf(Class))) {
    // One that was made of class-transformer's own decorators says there already what it says.
    if (taught.has(model) || numberingOf(model) !== undefined) continue;
    taught.add(model);
    for (const { property, wire, type } of shapeAt(model, model.version).fields) {
      for (const decorate of decoratorsOf(type, property, wire, model))
        decorate(model.Class.prototype as object, property);
    }
  }
}

function decoratorsOf(type: FieldType, property: string, wire: string, model: Model): PropertyDecorator[] {
  const decorators: PropertyDecorator[] = wire === property ? [] : [Expose({ name: wire })];
  const child = objectTypeIn(type);
  const leaf = leafOf(type);
  if (child !== undefined) decorators.push(Type(() => classOf(child, model)));
  else if (leaf.kind === 'dateTime' && leaf.spec()['as'] === 'date') decorators.push(Type(() => Date));
  else if (leaf.kind === 'bigint')
    decorators.push(Transform(({ value }) => asBigints(value), { toClassOnly: true }));
  if (type.kind === 'set') decorators.push(Transform(({ value }) => asSet(value), { toClassOnly: true }));
  return decorators;
}

function leafOf(type: FieldType): FieldType {
  return type.element === undefined ? type : leafOf(type.element);
}

function classOf(type: ObjectType, model: Model): new () => object {
  return modelOfReference(type, model).Class as unknown as new () => object;
}

function asBigints(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asBigints);
  return typeof value === 'number' || typeof value === 'string' ? BigInt(value) : value;
}

function asSet(value: unknown): unknown {
  return Array.isArray(value) ? new Set(value) : value;
}
