import test from 'ava';
import { decode, defineObject, encode, field, Registry } from '../../../lib/index.js';
import { forceTier, type Tier } from '../../../lib/codec/compiled/tier.js';
import { changesOf, envelope } from '../payload.js';

test.afterEach.always(() => forceTier('tiered'));

// What comes close to being the value that was read, and is another.
const changed = test.macro({
  exec: (t, tier: Tier) => {
    forceTier(tier);
    const fields = {
      quote: field.string(),
      line: field.string({ maxLength: 5 }),
      zero: field.number(),
      choice: field.enum([0, 1]),
      flag: field.boolean(),
      none: field.string({ nullable: true }),
      time: field.dateTime(),
    };
    const Thing = defineObject('Thing', '1.0', fields, { registry: new Registry() });
    const text = JSON.stringify(
      envelope('Thing', '1.0', { quote: '\\"', line: '\\n', zero: 0, choice: 0, flag: false, none: null, time: '2026-01-31T12:00:00Z' }),
    ); // prettier-ignore
    const read = decode(Thing, text);
    t.is(encode(read), text);
    read.time = new Date('2026-01-31T12:00:00Z');
    t.is(encode(read), text);
    Object.assign(read, {
      quote: '"',
      line: '\n',
      zero: -0,
      choice: 1,
      flag: true,
      none: '',
      time: new Date(0),
    });
    t.deepEqual(changesOf(encode(read)), Object.keys(fields));
  },
  title: (_given, tier: Tier) => `encode(): a value that is nearly the one that was read is changed, ${tier}`,
});

test.serial(changed, 'plain');
test.serial(changed, 'interpreted');
test.serial(changed, 'generated');
