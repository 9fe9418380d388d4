import { defineObject, defineReleases, field, Registry } from '../../../lib/index.js';
import type { HookContext, HookData } from '../../../lib/field/hook-context.js';

/** Classes with every kind of field and every kind of change, each told rightly; with releases or without. */
export function correctClasses(released: boolean): Registry {
  const registry = new Registry({ namespace: 'right' });
  kinds(registry);
  changes(registry);
  hooks(registry);
  families(registry);
  if (released) release(registry);
  return registry;
}

function kinds(registry: Registry): void {
  defineObject(
    'Kinds',
    '1.1',
    {
      text: field.string({ maxLength: 20, minLength: 1 }),
      code: field.string({ pattern: /[a-z]{2}-\d+/i, maxLength: 9 }),
      whole: field.integer({ min: -3, max: 300 }),
      huge: field.bigint(),
      real: field.number({ min: -1, max: 1 }),
      flag: field.boolean({ nullable: true }),
      one: field.enum(['a', 'b', 3]),
      state: field.stateMachine(['new', 'done'], { new: ['done'] }),
      id: field.uuid(),
      when: field.dateTime({ optional: true }),
      since: field.dateTime({ as: 'text' }),
      address: field.ipAddress(),
      six: field.ipAddress({ version: 6 }),
      network: field.ipNetwork(),
      mac: field.mac(),
      pci: field.pciAddress(),
      needs: field.versionPredicate(),
      free: field.json({ nullable: true }),
      list: field.list(field.list(field.integer()), { maxItems: 2 }),
      set: field.set(field.enum(['x', 'y', 'z'])),
      dates: field.set(field.dateTime()),
      dict: field.dict(field.string({ nullable: true })),
      added: field.list(field.bigint(), { since: '1.1', absent: [] }),
    },
    { registry },
  );
}

function changes(registry: Registry): void {
  const colours = ['red', 'green', 'blue', 'mauve'] as const;
  defineObject(
    'Changes',
    '1.4',
    {
      name: field.string({
        renamed: [
          { in: '1.1', from: 'title' },
          { in: '1.3', from: 'label' },
        ],
      }),
      colour: field.enum(colours, {
        values: {
          blue: { since: '1.2', fallback: 'green', loses: ['colour'] },
          mauve: { since: '1.3', fallback: 'blue', loses: ['colour'] },
        },
      }),
      meant: field.enum(colours, { values: { mauve: { since: '1.2', refuse: true } } }),
      palette: field.list(field.enum(colours, { values: { mauve: { since: '1.4', drop: true } } })),
      days: field.integer({ nullable: { since: '1.1', fallback: 0, loses: ['days'] } }),
      owner: field.string({ nullable: { since: '1.2', refuse: true } }),
      seconds: field.integer({
        min: 0,
        max: 9_999,
        retyped: [
          {
            in: '1.2',
            from: field.string({ pattern: /0|[1-9]\d{0,3}/ }),
            up: (wire: string) => Number(wire),
            down: (wire: number) => String(wire),
          },
        ],
      }),
      rough: field.integer({
        min: 0,
        max: 100,
        retyped: [
          {
            in: '1.3',
            from: field.enum(['low', 'high']),
            up: (wire: string) => (wire === 'low' ? 0 : 100),
            down: (wire: number) => (wire < 50 ? 'low' : 'high'),
            loses: ['rough'],
          },
        ],
      }),
      tag: field.string({ maxLength: 50, limits: [{ in: '1.3', maxLength: 10 }] }),
      urgent: field.boolean({ since: '1.2', absent: false, down: 'refuse' }),
      tags: field.set(field.string(), { since: '1.4', absent: [], optional: true }),
    },
    {
      registry,
      retired: {
        fax: field.string({ until: '1.2', fill: '' }),
        login: field.string({ since: '1.1', until: '1.4', fill: (data: HookData) => data['name'] ?? '?' }),
      },
    },
  );
}

function hooks(registry: Registry): void {
  const Place = defineObject(
    'Place',
    '1.1',
    {
      city: field.string(),
      street: field.string({ nullable: true }),
      zip: field.string({ since: '1.1', optional: true }),
    },
    { registry },
  );
  defineObject(
    'Customer',
    '1.2',
    {
      fullName: field.string({ since: '1.1' }),
      place: field.object(Place, { since: '1.2', versions: { '1.2': '1.1' } }),
      limit: field.integer({ min: 0 }),
    },
    {
      registry,
      retired: {
        firstName: field.string({ until: '1.1' }),
        lastName: field.string({ until: '1.1' }),
        city: field.string({ until: '1.2' }),
      },
      obj_make_compatible: {
        '1.1': {
          down: (data) => {
            if (data['fullName'] === undefined) return;
            const [first = '', ...others] = data['fullName'].split(' ');
            data['firstName'] = first;
            data['lastName'] = others.join(' ');
          },
          up: (data) => {
            if (data['firstName'] === undefined || data['lastName'] === undefined) return;
            const last: string = data['lastName'] === '' ? '' : ` ${data['lastName']}`;
            data['fullName'] = data['firstName'] + last;
          },
          // A space inside a first name, or at an end, does not come back.
          loses: ['fullName', 'firstName', 'lastName'],
        },
        '1.2': {
          down: (data, { refuse }) => {
            data['city'] = data['place']?.data.city;
            if (data['limit'] === 13) refuse('limit', 'nobody older counts so');
          },
          up: (data, { child }: HookContext) => {
            if (data['city'] !== undefined)
              data['place'] = child('Place', { city: data['city'], street: null });
          },
          loses: ['place.street', 'place.zip'],
        },
      },
    },
  );
}

/** Bases, subclasses, children of children, and a class that contains itself. */
function families(registry: Registry): void {
  const Part = defineObject(
    'Part',
    '1.2',
    {
      id: field.integer(),
      maker: field.string({ since: '1.1', nullable: true, absent: null }),
      kind: field.enum(['old', 'new'], {
        values: { new: { since: '1.2', fallback: 'old', loses: ['kind'] } },
      }),
    },
    { registry },
  );
  defineObject(
    'Wheel',
    '1.3',
    { size: field.integer({ renamed: [{ in: '1.3', from: 'inches' }] }) },
    { registry, extends: Part, base: { '1.0': '1.0', '1.1': '1.1', '1.2': '1.2' } },
  );
  const versions = { '1.0': '1.0', '1.1': '1.1', '1.2': '1.2' };
  defineObject(
    'Car',
    '1.2',
    {
      engine: field.object(Part, { versions }),
      parts: field.list(field.object(Part, { versions })),
      spare: field.dict(field.list(field.object(Part, { versions, nullable: true }))),
      plate: field.string({ since: '1.1', optional: true }),
    },
    {
      registry,
      check: ({ parts }) => (parts.length > 1 && parts[0] === undefined ? 'no first part' : undefined),
    },
  );
  defineObject(
    'Tree',
    '1.1',
    {
      value: field.integer(),
      left: field.object<object>('Tree', { nullable: true, versions: { '1.0': '1.0', '1.1': '1.1' } }),
      others: field.list(field.object<object>('Tree', { versions: { '1.0': '1.0', '1.1': '1.1' } })),
      note: field.string({ since: '1.1', absent: '' }),
    },
    { registry },
  );
}

function release(registry: Registry): void {
  defineReleases(
    registry,
    {
      one: {
        Kinds: '1.0',
        Changes: '1.0',
        Place: '1.0',
        Customer: '1.0',
        Part: '1.0',
        Wheel: '1.0',
        Car: '1.0',
        Tree: '1.0',
      },
      two: { Changes: '1.2', Customer: '1.1', Part: '1.1', Wheel: '1.1', Car: '1.1' },
      three: {
        Kinds: '1.1',
        Changes: '1.3',
        Customer: '1.2',
        Place: '1.1',
        Part: '1.2',
        Wheel: '1.3',
        Car: '1.1',
        Tree: '1.1',
      },
    },
    { window: 3 },
  );
}
