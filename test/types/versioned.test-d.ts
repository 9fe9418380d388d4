import { field, type Hooks, Registry, versioned, type VersionedOptions } from '../../lib/index.js';

const registry = new Registry();

// A class that is named is checked; so are its rule and what constructs it.
@versioned<Range>('Range', '1.1', {
  registry,
  oldest: '1.0',
  namespace: 'x',
  naming: 'snake_case',
  envelope: 'x_object',
  untagged: '1.0',
  retired: { width: field.integer({ until: '1.1' }) },
  check: (range) => (range.low <= range.high ? undefined : 'low is above high'),
  construct: () => new Range(0),
})
export class Range {
  @field.integer() low!: number;
  @field.integer() high!: number;

  static readonly obj_make_compatible: Hooks = {
    '1.1': { down: (data, { refuse, target }) => (data['width'] > 9 ? refuse('width', target) : undefined) },
  };

  constructor(low: number) {
    this.low = low;
  }
}

// The class is found from what the rule says of it.
@versioned('Named', '1.0', { registry, check: (named: Named) => (named.name === '' ? 'no name' : undefined) })
export class Named {
  @field.string() name!: string;
}

// A class whose constructor is private or abstract to nobody, and a base class
@versioned('Base', '1.0', { registry })
export abstract class Base {
  @field.string() name!: string;
}

export const rules: VersionedOptions<Range>[] = [
  { check: (range) => String(range.low) },
  // @ts-expect-error -- no such property
  { check: (range) => range.middle },
  // @ts-expect-error -- words or nothing
  { check: (range) => range.low },
  // @ts-expect-error -- another class
  { construct: () => new Named() },
  // @ts-expect-error -- versions are texts
  { oldest: 1.0 },
  // @ts-expect-error -- no such option
  { olddest: '1.0' },
  // @ts-expect-error -- a field is needed
  { retired: { width: '1.1' } },
];

// @ts-expect-error -- the rule is about another class
@versioned<Range>('Other', '1.0', { registry, check: (range) => String(range.low) })
export class Other {
  @field.string() name!: string;
}

// @ts-expect-error -- the rule asks for a property that the class lacks
@versioned('Lacking', '1.0', { registry, check: (named: { title: string }) => named.title })
export class Lacking {
  @field.string() name!: string;
}

// @ts-expect-error -- construct makes another class
@versioned<Lacking>('Makes', '1.0', { registry, construct: () => ({ title: '' }) })
export class Makes {
  @field.string() name!: string;
}

// @ts-expect-error -- versions are texts
versioned('Number', 1.1);
// @ts-expect-error -- no such option
versioned('Option', '1.0', { registry, olddest: '1.0' });

export class Misplaced {
  // @ts-expect-error -- a class decorator
  @versioned('Property', '1.0') name!: string;
}

export const hooks: Hooks[] = [
  { '1.1': (data, context) => void (data['a'] = context.child('Child', {})) },
  { '1.1': { needs: (data) => data['a'] === 1, resolve: async () => 1, fallback: 0, loses: ['a'] } },
  // @ts-expect-error -- no such part
  { '1.1': { upp: () => {} } },
  // @ts-expect-error -- needs says yes or no
  { '1.1': { needs: () => 'yes' } },
  // @ts-expect-error -- a function
  { '1.1': { down: 'drop' } },
];
