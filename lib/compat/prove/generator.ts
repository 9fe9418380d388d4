import type * as FastCheck from 'fast-check';
import { sealEnvelope, type Primitive } from '../../codec/engine/envelope.js';
import { isBacklevelError } from '../../errors/backlevel-error.js';
import { UngenerableFieldError } from '../../errors/ungenerable-field-error.js';
import { type FieldDefinition, typeOf } from '../../field/definition.js';
import { setMember } from '../../field/json.js';
import type { ObjectType } from '../../field/object-type.js';
import { type ChildCodec, Session } from '../../field/session.js';
import { childModels } from '../../history/references.js';
import { shapeAt, type ShapeField } from '../../history/shape.js';
import type { Model } from '../../model/model.js';
import { arbitraryScalar } from './arbitrary-scalar.js';
import { boundariesOf } from './boundaries.js';

/** What can stand in a field: values that are tried in any case, the plainest first, and values at random. */
export interface Choice {
  readonly probes: readonly unknown[];
  readonly random: FastCheck.Arbitrary<unknown>;
}

/** Stands among the probes of a field that may be left out. */
export const UNSET = Symbol('unset');

const FEW = 3;
const LARGE = 40;
/** How often a class may contain itself. */
const DEEPEST = 2;

/**
 * Makes wire data of classes as they are declared: each claims its own newest version. `asVersion` says which classes a child may be
 * an object of; it answers the class itself, or that class at other versions.
 */
export class Generator {
  /** Whether a field had to be left out that objects of the class have, because their manifest has no such child. */
  lacking = false;
  #unknown = 0;

  constructor(
    readonly fc: typeof FastCheck,
    /** Leave fields out, as an object does that lacks some. */
    readonly partial: boolean,
    readonly versions: (child: Model) => readonly Model[] = (child) => [child],
  ) {}

  /** Envelopes of objects of a class. */
  object(model: Model, around: readonly Model[] = []): Choice {
    const fields = this.fields(model, around);
    const seal = (data: Record<string, unknown>): Primitive =>
      sealEnvelope(model, model.version.text, data, undefined);
    const random = Object.fromEntries(fields.map(([{ wire }, choice]) => [wire, this.#mixed(choice)]));
    const left = fields.filter(([field]) => !field.optional && !this.partial).map(([{ wire }]) => wire);
    return {
      probes: this.#packed(fields).map(seal),
      random: this.fc.record(random, { requiredKeys: left, noNullPrototype: true }).map(seal),
    };
  }

  /** What can stand in each field of a class. */
  fields(model: Model, around: readonly Model[] = []): [ShapeField, Choice][] {
    return shapeAt(model, model.version).fields.flatMap((field): [ShapeField, Choice][] => {
      const where = `${model.name} ${model.version}.${field.wire}`;
      const unknown = this.#unknown;
      const choice = this.#value(field.definition, [...around, model], where);
      const demanded = !field.optional && !this.partial;
      if (choice !== undefined)
        return [[field, demanded ? choice : { ...choice, probes: [...choice.probes, UNSET] }]];
      if (demanded && unknown === this.#unknown)
        throw new UngenerableFieldError(
          where,
          'it would have to contain objects of its own class without end',
        );
      this.lacking ||= demanded;
      return [];
    });
  }

  /** The plainest object, then as few objects as have each probe of each field in one of them. */
  #packed(fields: readonly [ShapeField, Choice][]): Record<string, unknown>[] {
    const most = Math.max(0, ...fields.map(([, { probes }]) => probes.length));
    // Each field goes on at a pace of its own, so that not all of them are null, or empty, in the same object.
    const others = Array.from({ length: most }, (_, index) =>
      pick(fields, (probes, place) => probes[(index + place) % probes.length]),
    );
    return [pick(fields, (probes) => probes[0]), ...others];
  }

  #mixed({ probes, random }: Choice): FastCheck.Arbitrary<unknown> {
    const plain = probes.filter((value) => value !== UNSET);
    if (plain.length === 0) return random;
    return this.fc.oneof(
      { arbitrary: this.fc.constantFrom(...plain), weight: 1 },
      { arbitrary: random, weight: 2 },
    );
  }

  /** `undefined` where nothing can stand there. */
  #value(definition: FieldDefinition, around: readonly Model[], where: string): Choice | undefined {
    const choice = this.#present(definition, around, where);
    if (!typeOf(definition).nullable) return choice;
    const nothing = { probes: [null], random: this.fc.constant(null) };
    if (choice === undefined) return nothing;
    return { probes: [...choice.probes, null], random: this.fc.option(choice.random, { freq: 5 }) };
  }

  /** `undefined` where the class would contain itself too deeply, or its manifest has no such child. */
  #present(definition: FieldDefinition, around: readonly Model[], where: string): Choice | undefined {
    switch (definition.kind) {
      case 'list':
      case 'set':
        return this.#list(definition, around, where);
      case 'dict':
        return this.#dict(definition, around, where);
      case 'object':
        return this.#child(definition, around);
      default: {
        const fits = fitting(definition);
        const probes = [...new Set(boundariesOf(definition))].filter(fits);
        const random = arbitraryScalar(this.fc, definition, fits, where);
        return {
          probes: probes.length > 0 ? probes : this.fc.sample(random, { seed: 1, numRuns: 1 }),
          random,
        };
      }
    }
  }

  #child(definition: FieldDefinition, around: readonly Model[]): Choice | undefined {
    const parent = around.at(-1) as Model;
    const models = this.#modelsIn(typeOf(definition) as ObjectType, parent);
    const shallow = models.filter((model) => around.filter((outer) => isSame(outer, model)).length < DEEPEST);
    const choices = shallow.map((model) => this.object(model, around));
    if (choices.length === 0) return undefined;
    return {
      probes: choices.flatMap(({ probes }) => probes),
      random: this.fc.oneof(...choices.map(({ random }) => random)),
    };
  }

  #modelsIn(type: ObjectType, parent: Model): readonly Model[] {
    try {
      return childModels(type, parent).flatMap((child) => this.versions(child));
    } catch (error) {
      if (!isBacklevelError(error, 'BACKLEVEL_CHILD_VERSION_UNKNOWN')) throw error;
      this.#unknown += 1;
      return [];
    }
  }

  #list(definition: FieldDefinition, around: readonly Model[], where: string): Choice {
    const inner = this.#value(definition.element as FieldDefinition, around, where);
    if (inner === undefined) return { probes: [[]], random: this.fc.constant([]) };
    const fits = fitting(definition);
    const { maxItems = LARGE } = definition.options;
    const singles = inner.probes.map((item) => [item]);
    const isObjects = typeOf(definition).nest !== undefined;
    const many = isObjects ? inner.probes.slice(0, FEW) : cycled(inner.probes, Math.min(maxItems, LARGE));
    const all = definition.kind === 'set' ? [...new Set(many)] : many;
    return {
      probes: [...singles, [], all].filter(fits),
      random: this.fc
        .array(inner.random, { maxLength: Math.min(FEW, maxItems) })
        .map((items) => (fits(items) ? items : items.slice(0, 1))),
    };
  }

  #dict(definition: FieldDefinition, around: readonly Model[], where: string): Choice {
    const inner = this.#value(definition.element as FieldDefinition, around, where);
    if (inner === undefined) return { probes: [{}], random: this.fc.constant({}) };
    const { maxItems = LARGE } = definition.options;
    const isObjects = typeOf(definition).nest !== undefined;
    const count = Math.min(maxItems, isObjects ? FEW : LARGE);
    const many = cycled(inner.probes, count).map((value, index) => [`key ${index}`, value] as const);
    const keys = this.fc.oneof(
      this.fc.string({ minLength: 1, maxLength: 8 }),
      this.fc.constantFrom('', '__proto__', 'ß.é'),
    );
    return {
      probes: [...inner.probes.map((value) => ({ key: value })), {}, Object.fromEntries(many)].filter(
        fitting(definition),
      ),
      random: this.fc.dictionary(keys, inner.random, {
        maxKeys: Math.min(FEW, maxItems),
        noNullPrototype: true,
      }),
    };
  }
}

/** Data with one probe of each field. */
export function pick(
  fields: readonly [ShapeField, Choice][],
  choose: (probes: readonly unknown[], place: number) => unknown,
): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const [place, [{ wire }, { probes }]] of fields.entries()) {
    const value = choose(probes, place);
    if (value !== UNSET) setMember(data, wire, value);
  }
  return data;
}

function cycled(values: readonly unknown[], count: number): unknown[] {
  return Array.from({ length: count }, (_, index) => values[index % values.length]);
}

function isSame(a: Model, b: Model): boolean {
  return a.name === b.name && a.namespace === b.namespace;
}

const anyChild: ChildCodec = {
  check: () => true,
  read: (wire) => wire,
  write: (value) => value,
  coerce: (wire) => wire,
};

function fitting(definition: FieldDefinition): (value: unknown) => boolean {
  const type = typeOf(definition);
  return (value) => type.check(value, new Session({ children: anyChild }));
}
