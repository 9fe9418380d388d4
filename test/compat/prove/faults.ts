import { at, defineObject, defineReleases, field, Registry } from '../../../lib/index.js';
import type { Primitive } from '../../../lib/codec/engine/envelope.js';
import type { Law } from '../../../lib/compat/prove/law.js';
import type { ProveOptions } from '../../../lib/compat/prove/prove.js';
import { type Subject, verbs } from '../../../lib/compat/prove/subject.js';
import type { HookData } from '../../../lib/field/hook-context.js';

/** Classes, or verbs, with one mistake in them. */
export interface Fault {
  readonly registry: Registry;
  readonly subject?: Subject;
  readonly options?: ProveOptions;
}

/** A mistake, and by which law it is found. */
export interface Planted {
  readonly law: Law;
  readonly rule: string;
  readonly make: () => Fault;
}

const DATA = 'versioned_object.data';
const VERSION = 'versioned_object.version';

/** A child whose version 1.1 brought a field, in a parent that never changed; releases name both. */
function family(): Registry {
  const registry = new Registry();
  const Disk = defineObject(
    'Disk',
    '1.1',
    { size: field.integer({ min: 0 }), label: field.string({ since: '1.1', absent: '' }) },
    { registry },
  );
  defineObject(
    'Host',
    '1.1',
    { disk: field.object(Disk), note: field.string({ since: '1.1', optional: true }) },
    { registry },
  );
  defineReleases(registry, { old: { Host: '1.0', Disk: '1.0' }, new: { Host: '1.1', Disk: '1.1' } });
  return registry;
}

/** The verbs, with something done to what `write` is given and to what it answers. */
function writing(turn: (payload: Primitive, write: () => Primitive) => Primitive): Subject {
  return {
    ...verbs,
    write: (payload, target, registry, context) => {
      let losses: ReturnType<Subject['write']>['losses'] = [];
      const primitive = turn(payload, () => {
        const written = verbs.write(payload, target, registry, context);
        losses = written.losses;
        return written.primitive;
      });
      return { primitive, losses };
    },
  };
}

function dataIn(payload: Primitive): HookData {
  return payload[DATA] as HookData;
}

/** The mistakes that people make, by what they are. */
export const planted: Readonly<Record<string, Planted>> = {
  'an added field that a write-down keeps': {
    law: 'valid',
    rule: 'FIELD_ADDED_NO_STRIP',
    make: () => {
      const registry = new Registry();
      defineObject(
        'Server',
        '1.1',
        { id: field.integer(), zone: field.string({ optional: true }) },
        { registry },
      );
      const Old = defineObject('Server', '1.0', { id: field.integer() }, { registry: new Registry() });
      return { registry, options: { past: (Class, target) => (target === '1.0' ? Old : at(Class, target)) } };
    },
  },
  'a hook that misspells a field': {
    law: 'refusal',
    rule: 'HOOK_UNKNOWN_FIELD',
    make: () => {
      const registry = new Registry();
      const hooks = {
        '1.1': (data: HookData) => {
          data['nmae'] = data['name'];
        },
      };
      defineObject(
        'Server',
        '1.1',
        { id: field.integer(), name: field.string() },
        { registry, obj_make_compatible: hooks },
      );
      return { registry };
    },
  },
  'a hook that crashes on an unset field': {
    law: 'refusal',
    rule: 'HOOK_THROWS',
    make: () => {
      const registry = new Registry();
      const hooks = {
        '1.1': (data: HookData) => {
          data['size'] = (data['name'] as string).length;
        },
      };
      defineObject(
        'Server',
        '1.1',
        { name: field.string(), id: field.integer() },
        { registry, retired: { size: field.integer({ until: '1.1' }) }, obj_make_compatible: hooks },
      );
      return { registry };
    },
  },
  "a hook that changes its input's child": {
    law: 'declared-loss',
    rule: 'LOSS_UNDECLARED',
    make: () => {
      const registry = new Registry();
      const Disk = defineObject('Disk', '1.0', { size: field.integer() }, { registry });
      const hooks = {
        '1.1': (data: HookData) => {
          if (data['disk']) data['disk'].data.size = 0;
        },
      };
      defineObject('Host', '1.1', { disk: field.object(Disk) }, { registry, obj_make_compatible: hooks });
      return { registry };
    },
  },
  "verbs that change their input's child": {
    law: 'pure',
    rule: 'HOOK_MUTATES_INPUT',
    make: () => ({
      registry: family(),
      subject: writing((payload, write) => {
        const written = write();
        const disk = dataIn(payload)['disk'] as Primitive | undefined;
        if (disk !== undefined) dataIn(disk)['size'] = -1;
        return written;
      }),
    }),
  },
  'an enum value without fallback': {
    law: 'refusal',
    rule: 'ENUM_VALUE_ADDED_NO_FALLBACK',
    make: () => {
      const registry = new Registry();
      // Rare among many: it must be found all the same.
      const states = Array.from({ length: 60 }, (_, index) => `state ${index}`);
      defineObject(
        'Server',
        '1.1',
        { state: field.enum([...states, 'shelved'], { values: { shelved: { since: '1.1' } } }) },
        { registry },
      );
      return { registry };
    },
  },
  'null that an older reader does not take': {
    law: 'refusal',
    rule: 'FIELD_NULLABLE_ADDED',
    make: () => {
      const registry = new Registry();
      defineObject('Lease', '1.1', { days: field.integer({ nullable: { since: '1.1' } }) }, { registry });
      return { registry };
    },
  },
  'an undeclared loss': {
    law: 'declared-loss',
    rule: 'LOSS_UNDECLARED',
    make: () => {
      const registry = new Registry();
      defineObject(
        'Server',
        '1.1',
        { state: field.enum(['on', 'off', 'idle'], { values: { idle: { since: '1.1', fallback: 'on' } } }) },
        { registry },
      );
      return { registry };
    },
  },
  'a retired field that the older reader demands': {
    law: 'valid',
    rule: 'FIELD_REMOVED_NO_SYNTH',
    make: () => {
      const registry = new Registry();
      defineObject(
        'Person',
        '1.1',
        { name: field.string() },
        { registry, retired: { fax: field.string({ until: '1.1' }) } },
      );
      return { registry };
    },
  },
  'a transitive break': {
    law: 'stepwise',
    rule: 'TRANSITIVE_BREAK',
    make: () => ({ registry: pathDependent() }),
  },
  'a converter that is not idempotent': {
    law: 'round-trip-new',
    rule: 'ROUND_TRIP_LOSES',
    make: () => {
      const registry = new Registry();
      defineObject(
        'Quota',
        '1.1',
        {
          limit: field.integer({
            min: 0,
            max: 1000,
            retyped: [
              {
                in: '1.1',
                from: field.integer({ min: 0, max: 1_000_000 }),
                up: (limit: number) => Math.min(limit, 1000),
                down: (limit: number) => limit + 1,
                loses: ['limit'],
              },
            ],
          }),
        },
        { registry },
      );
      return { registry };
    },
  },
  'a child left at its newest version': {
    law: 'children',
    rule: 'CHILD_VERSION_UNPINNED',
    make: () => ({
      registry: family(),
      subject: writing((payload, write) => {
        const { disk } = dataIn(payload);
        const written = write();
        return disk === undefined ? written : { ...written, [DATA]: { ...dataIn(written), disk } };
      }),
    }),
  },
  'a nondeterministic hook': {
    law: 'deterministic',
    rule: 'HOOK_NONDETERMINISTIC',
    make: () => {
      const registry = new Registry();
      let count = 0;
      const up = (data: HookData): void => {
        data['seen'] = count++;
      };
      defineObject(
        'Visit',
        '1.1',
        { id: field.integer(), seen: field.integer({ since: '1.1' }) },
        { registry, obj_make_compatible: { '1.1': { up, loses: ['seen'] } } },
      );
      return { registry };
    },
  },
  'an older value that does not come back': {
    law: 'round-trip-old',
    rule: 'ROUND_TRIP_LOSES',
    make: () => {
      const registry = new Registry();
      const up = (data: HookData): void => {
        if (data['level'] < 0) data['level'] = 0;
      };
      defineObject(
        'Alarm',
        '1.1',
        { level: field.integer({ min: 0, limits: [{ in: '1.1', min: null }] }) },
        { registry, obj_make_compatible: { '1.1': { up } } },
      );
      return { registry };
    },
  },
};

/** Its hook does something else where it is on the way to 1.0 at once. */
function pathDependent(): Registry {
  const registry = new Registry();
  const hooks = {
    '1.2': {
      down: (data: HookData, { target }: { readonly target: string }) => {
        if (target === '1.0' && data['label'] !== undefined) data['label'] = 'old';
      },
      loses: ['label'],
    },
  };
  defineObject('Box', '1.2', { label: field.string() }, { registry, obj_make_compatible: hooks });
  return registry;
}

/** For each law a mistake that no other law finds. */
export const lonely: Readonly<Record<Law, () => Fault>> = {
  valid: () => planted['an added field that a write-down keeps']!.make(),
  'declared-loss': () => planted['an undeclared loss']!.make(),
  stepwise: () => planted['a transitive break']!.make(),
  'round-trip-old': () => planted['an older value that does not come back']!.make(),
  'round-trip-new': () => planted['a converter that is not idempotent']!.make(),
  refusal: () => planted['an enum value without fallback']!.make(),
  deterministic: () => planted['a nondeterministic hook']!.make(),
  pure: () => planted["verbs that change their input's child"]!.make(),
  children: () => {
    // Three versions that look the same: only the number tells that the child stands at the wrong one.
    const registry = new Registry();
    const Disk = defineObject('Disk', '1.2', { size: field.integer() }, { registry });
    defineObject(
      'Host',
      '1.1',
      { disks: field.dict(field.list(field.object(Disk))), note: field.string({ since: '1.1' }) },
      { registry },
    );
    defineReleases(registry, { old: { Host: '1.0', Disk: '1.1' }, new: { Host: '1.1', Disk: '1.2' } });
    const subject = writing((_payload, write) => {
      const written = write();
      for (const disks of Object.values<Primitive[]>(dataIn(written)['disks'] ?? {}))
        for (const disk of disks) disk[VERSION] = '1.0';
      return written;
    });
    return { registry, subject };
  },
};
