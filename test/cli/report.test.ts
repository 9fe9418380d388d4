import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { Workplace } from './workplace.js';

const place = new Workplace({
  'backlevel.config.json': '{ "modules": ["models.js"] }',
  'models.js': `
    import { defineObject, field, Registry } from 'backlevel';
    export const shop = new Registry({ namespace: 'shop' });
    export const yard = new Registry({ namespace: 'yard' });
    defineObject('Disk', '1.1', { size: field.integer(), label: field.string({ since: '1.1', absent: '' }) },
      { registry: shop });
    defineObject('Crane', '1.1', { kind: field.enum(['a', 'b'], { values: { b: { since: '1.1' } } }) },
      { registry: yard });
  `,
});
test.after.always(() => place.remove());

test('report: one page for all registries, and 1 where a law is broken', async (t) => {
  const { code, stdout, stderr } = await place.run(['report', '--out', 'site/report', '--runs', '20']);
  t.is(stderr, '');
  t.is(code, 1);
  t.is(stdout, `wrote ${join('site', 'report', 'index.html')}: 4 pairs of versions, 1 failures among them\n`);
  const page = readFileSync(join(place.folder, 'site', 'report', 'index.html'), 'utf8');
  t.regex(page, /shop\.Disk 1\.1 written for 1\.0: lossy/);
  t.regex(page, /yard\.Crane 1\.1 written for 1\.0: failed/);
  t.regex(page, /ENUM_VALUE_ADDED_NO_FALLBACK/);
  t.notRegex(page, /<script/);
});

test('report: the same seed gives the same page', async (t) => {
  const pageOf = async (out: string): Promise<string> => {
    await place.run(['report', '--out', out, '--runs', '20', '--seed', '3']);
    return readFileSync(join(place.folder, out, 'index.html'), 'utf8');
  };
  t.is(await pageOf('one'), await pageOf('two'));
});

test('report: without a folder, or with no payloads, nothing is written', async (t) => {
  t.is((await place.run(['report'])).code, 2);
  t.like(await place.json(['report', '--out', 'none', '--runs', '0']), {
    code: 2,
    error: { code: 'BACKLEVEL_USAGE' },
  });
  t.false(existsSync(join(place.folder, 'none')));
});

test('report: a file in the way of the folder is said, and stays', async (t) => {
  place.write({ taken: 'mine' });
  for (const out of ['taken', 'taken/below']) {
    const { code, stderr } = await place.run(['report', '--out', out, '--runs', '1']);
    t.is(code, 2);
    t.regex(
      stderr,
      /^backlevel report: (EEXIST|ENOTDIR): .*; look at what is there, and who may write it\n$/,
    );
  }
  t.is(place.read('taken'), 'mine');
});
