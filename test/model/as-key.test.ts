import test from 'ava';
import { asKey } from '../../lib/model/as-key.js';

for (const text of [
  '',
  'name',
  ['versioned_object', 'data'].join('.'),
  '7',
  '__proto__',
  'toString',
  '\ud800',
])
  test(`asKey(): the same text, ${JSON.stringify(text)}`, (t) => {
    t.is(asKey(text), text);
  });
