import test from 'ava';
import {
  changes,
  create,
  decode,
  defineObject,
  encode,
  field,
  type FieldLike,
  partial,
  Registry,
} from '../../../lib/index.js';
import { forceTier, type Tier } from '../../../lib/codec/compiled/tier.js';
import { changesOf } from '../payload.js';

test.afterEach.always(() => forceTier('tiered'));

const WIDE = 70;
const names = Array.from({ length: WIDE }, (_, index) => `f${index}`);

// What is changed is kept as bits, 30 to a number: classes with more fields need several.
const wide = test.macro({
  exec: (t, tier: Tier) => {
    forceTier(tier);
    const fields: Record<string, FieldLike> = {};
    for (const name of names) fields[name] = field.integer(name === 'f65' ? { since: '1.1' } : {});
    const Wide = defineObject('Wide', '1.1', fields, { registry: new Registry() });
    const values = Object.fromEntries(names.map((name, index) => [name, index]));
    const made = create(Wide, values);
    t.deepEqual(changesOf(encode(made)), names);
    t.deepEqual(changesOf(encode(made, { target: '1.0' })), names.filter((name) => name !== 'f65')); // prettier-ignore
    t.deepEqual(changesOf(encode(partial(Wide, { f0: 1, f29: 1, f30: 1, f69: 1 }))), ['f0', 'f29', 'f30', 'f69']); // prettier-ignore

    const sent = {
      ...(JSON.parse(encode(made)) as object),
      'versioned_object.changes': ['f31', 'f69', 'f7'],
    };
    const read = decode(Wide, JSON.stringify(sent)) as Record<string, unknown>;
    read['f29'] = -1;
    read['f60'] = -1;
    read['f65'] = -1;
    read['f69'] = undefined;
    t.deepEqual(changesOf(encode(read)), ['f7', 'f29', 'f31', 'f60', 'f65']);
    t.deepEqual(changesOf(encode(read, { target: '1.0' })), ['f7', 'f29', 'f31', 'f60']);
    t.deepEqual(changes(read), ['f7', 'f29', 'f31', 'f60', 'f65']);
  },
  title: (_given, tier: Tier) => `changes: a class of ${WIDE} fields, ${tier}`,
});

test.serial(wide, 'plain');
test.serial(wide, 'interpreted');
test.serial(wide, 'generated');
