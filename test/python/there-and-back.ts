import {
  fromPrimitive,
  isSet,
  type Model,
  type Primitive,
  resetChanges,
  toPrimitive,
} from '../../lib/index.js';
import type { Service } from './service.js';
import type { Sample } from './subjects.js';
import type { Tally } from './tally.js';

/** What we write, Python reads and writes again: as it is, and as one that was stored and has no changes. */
export async function sendThere(service: Service, tally: Tally): Promise<void> {
  const { subject } = service;
  const world = await service.today();
  for (const sample of subject.samples) {
    const { model, label } = sample;
    const instance = fromPrimitive(model.Class, sample.primitive, { partial: true });
    const written = [toPrimitive(instance)];
    resetChanges(instance);
    written.push(toPrimitive(instance));
    for (const ours of written) {
      const answer = await service.rewrite(world, ours);
      const python = tally.answered('there', label, answer);
      if (python !== undefined) tally.same('there', subject, label, ours, python);
    }
    tally.classes.add(`${subject.name}.${model.name}`);
  }
}

/** What Python makes, we read and write again: an object with all its fields set, and one that was stored and then changed. */
export async function bringBack(service: Service, tally: Tally): Promise<void> {
  const { subject } = service;
  const world = await service.today();
  for (const sample of subject.samples) {
    for (const touch of [undefined, [], firstField(sample.model, sample.primitive)]) {
      const answer = await service.make(world, sample.primitive, touch);
      const python = tally.answered('back', sample.label, answer);
      if (python !== undefined) compareBack(service, tally, sample, python);
    }
  }
}

function compareBack({ subject }: Service, tally: Tally, { model, label }: Sample, python: unknown): void {
  const read = fromPrimitive(model.Class, python, { partial: true });
  tally.same('back', subject, label, python, toPrimitive(read));
  const data = (python as Primitive)[model.envelope.data] as Primitive;
  for (const { property, wire } of model.fields)
    if (isSet(read, property as never) !== Object.hasOwn(data, wire))
      tally.fail(`back: ${label}: ${wire} is set on one side only`);
}

/** A field that may be set twice. */
export function firstField(model: Model, primitive: Primitive): string[] {
  const data = primitive[model.envelope.data] as Primitive;
  const field = model.fields.find(
    ({ wire, definition }) =>
      Object.hasOwn(data, wire) && definition.kind !== 'state' && definition.options.readOnly !== true,
  );
  return field === undefined ? [] : [field.wire];
}
