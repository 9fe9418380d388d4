import test from 'ava';
import { defineObject, defineReleases, field, Registry } from '../../lib/index.js';

test('defineReleases(): refuses a whole number, which JavaScript would move to the front', (t) => {
  const registry = new Registry();
  defineObject('A', '1.1', { id: field.integer() }, { registry });
  const error = t.throws(() => defineReleases(registry, { '2024.1': { A: '1.0' }, '2025': { A: '1.1' } }), {
    code: 'BACKLEVEL_DECLARATION',
  });
  t.regex(error?.message ?? '', /"2025" is a whole number.*call it '2025\.0', or 'r2025'/);
  t.deepEqual(defineReleases(registry, { '2024.1': { A: '1.0' }, '2025.0': { A: '1.1' } }).names, [
    '2024.1',
    '2025.0',
  ]);
});
