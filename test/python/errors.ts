import {
  decodeAny,
  isBacklevelError,
  type Model,
  type Primitive,
  fromPrimitive,
  toPrimitive,
  type Fault,
} from '../../lib/index.js';
import type { PeerField } from './describe.js';
import type { Raised } from './peer.js';
import type { Service } from './service.js';
import type { Sample } from './subjects.js';
import type { Tally } from './tally.js';

/** A payload that is wrong in one way, and what both errors must say of it. */
interface Spoiled {
  readonly cause: string;
  readonly primitive: Primitive;
  readonly python: string;
  readonly ours: string;
  readonly says: readonly string[];
}

/** Both refuse a payload whose envelope is wrong, and their messages name the same facts. */
export async function refuseEnvelopes(service: Service, tally: Tally): Promise<void> {
  const world = await service.today();
  for (const sample of oneOfEach(service)) {
    for (const { cause, primitive, python, ours, says } of spoiledEnvelopes(sample)) {
      const answer = await service.rewrite(world, primitive);
      const label = `${cause}: ${sample.label}`;
      if ('ok' in answer) tally.fail(`${label}: Python reads it`);
      else if (answer.error.class !== python || !saysAll(answer.error.message, says))
        tally.fail(`${label}: ${answer.error.class}: ${answer.error.message}`);
      const error = refusal(() => fromPrimitive(sample.model.Class, primitive, { partial: true }));
      const found =
        cause === 'unknown object' || cause === 'another namespace'
          ? refusal(() => decodeAny(primitive, { registry: sample.model.registry, partial: true }))
          : error;
      if (error === undefined || found?.code !== `BACKLEVEL_${ours}` || !saysAll(found.message, says))
        tally.fail(`${label}: ours is ${String(found)}`);
      else tally.count(cause);
    }
  }
}

function spoiledEnvelopes({ model, primitive }: Sample): Spoiled[] {
  const { name, namespace, version, data } = model.envelope;
  const { major, minor, text } = model.version;
  const without = (key: string): Primitive =>
    Object.fromEntries(Object.entries(primitive).filter(([member]) => member !== key));
  const newer = (wrong: string, cause: string): Spoiled => ({
    cause,
    primitive: { ...primitive, [version]: wrong },
    python: 'IncompatibleObjectVersion',
    ours: 'INCOMPATIBLE_OBJECT_VERSION',
    says: [model.name, wrong, text],
  });
  const lacking = (key: string): Spoiled => ({
    cause: 'incomplete envelope',
    primitive: without(key),
    python: 'KeyError',
    ours: 'ENVELOPE',
    says: [key],
  });
  const unknown = { python: 'UnsupportedObjectError', ours: 'UNKNOWN_OBJECT' };
  return [
    { cause: 'unknown object', primitive: { ...primitive, [name]: 'Nobody' }, ...unknown, says: ['Nobody'] },
    {
      cause: 'another namespace',
      primitive: { ...primitive, [namespace]: 'elsewhere' },
      ...unknown,
      says: ['elsewhere', model.name],
    },
    newer(`${major}.${minor + 1}`, 'newer version'),
    newer(`${major + 1}.0`, 'another major version'),
    ...[name, namespace, version, data].map(lacking),
  ];
}

/** How Python takes a value of the wrong type: it names the field, refuses without naming it, or takes it. */
export type Manner = 'names the field' | 'refuses' | 'takes it';

/**
 * Gives every field of every class null, where it takes none, and a value of another type. We refuse each and name the field;
 * what Python does is found out by type.
 */
export async function refuseValues(
  service: Service,
  tally: Tally,
  manners: Map<string, Set<Manner>>,
): Promise<void> {
  const world = await service.today();
  const fields = new Map(service.subject.today.map((described) => [described.name, described.fields]));
  const note = (type: string, manner: Manner): void => {
    manners.set(type, (manners.get(type) ?? new Set()).add(manner));
    tally.count(`of another type: Python ${manner}`);
  };
  for (const sample of oneOfEach(service)) {
    for (const field of fields.get(sample.model.name) ?? []) {
      for (const [type, primitive] of spoiledFields(sample, field)) {
        const answer = await service.rewrite(world, primitive);
        note(type, 'ok' in answer ? 'takes it' : mannerOf(answer.error, field.name));
        const error = refusal(() => decodeAny(primitive, { registry: sample.model.registry, partial: true }));
        const { fault } = (error ?? {}) as { fault?: Fault };
        const named = fault?.pointer.startsWith(`/${sample.model.envelope.data}/${field.name}`) === true;
        if (!named || (type.startsWith('null') && fault?.kind !== 'null'))
          tally.fail(`${type} in ${sample.model.name}.${field.name}: ours is ${String(error)}`);
      }
    }
  }
}

function spoiledFields({ model, primitive }: Sample, field: PeerField): [string, Primitive][] {
  const { type, nullable, name } = field;
  const spoiled: [string, Primitive][] = [];
  const add = (what: string, value: unknown): void => {
    const { data } = model.envelope;
    spoiled.push([what, { ...primitive, [data]: { ...(primitive[data] as Primitive), [name]: value } }]);
  };
  if (!nullable) add('default' in field ? 'null, with a default' : 'null', null);
  const kind = type.valid_values === undefined ? (type.range === undefined ? type.type : 'Range') : 'Enum';
  // A type of the service's own is not here to be asked.
  if (kind === 'FieldType' || (type.oslo !== true && kind === type.type)) return spoiled;
  add(kind, kind === 'Dict' ? ['wrong'] : { wrong: true });
  if (kind === 'Enum') add('another value of an enum', 'no such value');
  return spoiled;
}

function mannerOf({ message }: Raised, name: string): Manner {
  return new RegExp(`field [\`']?${name}\\b`, 'i').test(message) ? 'names the field' : 'refuses';
}

/** The fullest object of each class. */
function oneOfEach({ subject }: Service): Sample[] {
  const fullest = new Map<Model, Sample>();
  for (const sample of subject.samples) if (!fullest.has(sample.model)) fullest.set(sample.model, sample);
  return [...fullest.values()];
}

/** What Python does not check and we do, and what both let pass. */
export async function letPass(service: Service, tally: Tally): Promise<void> {
  const world = await service.today();
  for (const { model, primitive, label } of oneOfEach(service)) {
    const { version, data } = model.envelope;
    const members = primitive[data] as Primitive;
    const expectSame = async (kind: string, sent: Primitive, options: object): Promise<void> => {
      const python = tally.answered(kind, label, await service.receive(world, sent));
      const ours = toPrimitive(fromPrimitive(model.Class, sent, { partial: true, ...options }));
      if (python !== undefined) tally.same(kind, service.subject, label, python, ours);
    };
    await expectSame('newer patch read', { ...primitive, [version]: `${model.version.text}.7` }, {});
    const more = { ...primitive, [data]: { ...members, no_such_field: 1 } };
    await expectSame('unknown field ignored', more, {});
    if (refusal(() => fromPrimitive(model.Class, more, { unknown: 'refuse', partial: true })) === undefined)
      tally.fail(`unknown: 'refuse': ${label}`);
    const asText = model.fields
      .filter(({ wire, definition }) => definition.kind === 'integer' && Number.isInteger(members[wire]))
      .map(({ wire }) => [wire, String(members[wire])]);
    const lenient = { ...primitive, [data]: { ...members, ...Object.fromEntries(asText) } };
    await expectSame('text for integers, with coerce', lenient, { coerce: true });
    if (tally.answered('nothing at all', label, await service.rewrite(world, { ...primitive, [data]: {} })))
      tally.count('nothing required by Python');
    for (const { wire, definition } of model.fields) {
      if (definition.options.optional === true || !Object.hasOwn(members, wire)) continue;
      const { [wire]: _left, ...rest } = members;
      const error = refusal(() => fromPrimitive(model.Class, { ...primitive, [data]: rest }));
      const { fault } = (error ?? {}) as { fault?: Fault };
      if (fault?.kind === 'required' && fault.field === wire) tally.count('required field left out');
      else tally.fail(`required: ${label}: ${wire}: ${String(error)}`);
    }
    const future = `${model.version.major}.${model.version.minor + 1}`;
    const answer = await service.write(world, primitive, future, {});
    const ours = refusal(() =>
      toPrimitive(fromPrimitive(model.Class, primitive, { partial: true }), { target: future }),
    );
    if (!('error' in answer) || answer.error.class !== 'InvalidTargetVersion')
      tally.fail(`future target: ${label}`);
    else if (ours?.code !== 'BACKLEVEL_UNSUPPORTED_TARGET') tally.fail(`future target: ${String(ours)}`);
    else tally.count('future target');
  }
}

function saysAll(message: string, facts: readonly string[]): boolean {
  return facts.every((fact) => message.includes(fact));
}

function refusal(call: () => unknown): (Error & { readonly code: string }) | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    if (!isBacklevelError(error)) throw error;
    return error as Error & { readonly code: string };
  }
}
