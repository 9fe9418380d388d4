import test from 'ava';
import { count, countByField, parts, runTable } from './coercion.js';
import { coercionExceptions as exceptions, coercionTable as table } from './coercion-table.js';

const rows = runTable(table);

test('coercion: the whole table is compared', (t) => {
  t.is(table.fields.length, 46);
  t.is(rows.filter(({ part }) => part === 'coercions').length, 1812);
  t.is(rows.filter(({ part }) => part === 'loads').length, 1104);
  t.is(rows.filter(({ part }) => part === 'transitions').length, 31);
  t.is(table.options.length, 20);
  t.is(rows.filter(({ part }) => part === 'options').length, 41);
  t.is(rows.filter(({ part }) => part === 'read-only').length, 2 * table.read_only.length);
});

for (const part of [...parts, 'transitions'] as const) {
  test(`coercion: ${part} are as recorded, or differ for a reason`, (t) => {
    const own = rows.filter((row) => row.part === part);
    t.deepEqual(
      own.filter(({ result }) => result === 'failed').map(({ field, what }) => `${field}: ${what}`),
      [],
    );
    t.deepEqual(count(own.map(({ result }) => result)), exceptions.totals[part]);
  });
}

for (const part of parts) {
  test(`coercion: every exception of ${part} is listed by field and cause, with its count`, (t) => {
    t.deepEqual(countByField(rows, part), exceptions[part]);
  });
}

test('coercion: every exception of transitions is listed by cause, with its count', (t) => {
  const causes = rows.filter(({ part }) => part === 'transitions').map(({ cause }) => cause);
  t.deepEqual(count(causes.filter((cause) => cause !== undefined)), exceptions.transitions);
});

test('coercion: what no JSON can carry is counted apart', (t) => {
  const kinds = rows.filter(({ result }) => result === 'apart').map(({ cause = '' }) => cause);
  t.deepEqual(count(kinds), exceptions.apart);
});

test('coercion: every cause says why ours is right, and none is listed in vain', (t) => {
  const found = rows.filter(({ result }) => result === 'exception').map(({ cause = '' }) => cause);
  t.deepEqual(Object.keys(exceptions.causes).toSorted(), [...new Set(found)].toSorted());
  for (const [cause, why] of Object.entries(exceptions.causes)) t.true(why.length > 20, cause);
});
