import test from 'ava';
import { field, type FieldLike } from '../../../lib/index.js';
import type { Severity } from '../../../lib/compat/finding.js';
import { findings, thing } from './scene.js';

const before = thing('1.0', { it: field.enum(['up', 'down']) });

const judges = test.macro<[now: FieldLike, rule: string, expected: Severity]>({
  exec: async (t, now, rule, expected) => {
    const found = await findings({ before: [before], now: thing('1.1', { it: now }) });
    t.is(found.find((finding) => finding.rule === rule)?.severity, expected);
  },
  title: (name = '') => `check(): ${name}`,
});

const values = ['up', 'down', 'lost'] as const;
const NO_FALLBACK = 'ENUM_VALUE_ADDED_NO_FALLBACK';
test(
  'a value that has since and no word of what older readers get is an error',
  judges,
  field.enum(values, { values: { lost: { since: '1.1' } } }),
  NO_FALLBACK,
  'error',
);
test(
  'a value that is refused on purpose is a warning',
  judges,
  field.enum(values, { values: { lost: { since: '1.1', refuse: true } } }),
  NO_FALLBACK,
  'warn',
);
test(
  'null that has since and no word of what older readers get is an error',
  judges,
  field.enum(['up', 'down'], { nullable: { since: '1.1' } }),
  'FIELD_NULLABLE_ADDED',
  'error',
);
test(
  'null that is refused on purpose is a warning',
  judges,
  field.enum(['up', 'down'], { nullable: { since: '1.1', refuse: true } }),
  'FIELD_NULLABLE_ADDED',
  'warn',
);
