import test from 'ava';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Workplace } from './workplace.js';

const models = (version: string, fields: string): string => `
  import { defineObject, field } from 'backlevel';
  defineObject('Server', '${version}', { id: field.integer(), ${fields} });
`;
const TAGS = `tags: field.list(field.string(), { since: '1.1', absent: [] }),`;

const place = new Workplace({
  'backlevel.config.json': '{ "modules": ["models.js"] }',
  'models.js': models('1.1', TAGS),
});
test.after.always(() => place.remove());

test.serial('check: without a history it says what to run, and exits with 2', async (t) => {
  const { code, stderr, stdout } = await place.run(['check']);
  t.is(code, 2);
  t.is(stdout, '');
  t.regex(stderr, /history is not recorded: run backlevel snapshot/);
});

test.serial('snapshot: records every version, and finds nothing to do after that', async (t) => {
  const first = await place.run(['snapshot']);
  t.is(first.stderr, '');
  t.is(
    first.stdout,
    'recorded backlevel.Server 1.0\nrecorded backlevel.Server 1.1\nwrote history/backlevel.Server.json\n',
  );
  t.deepEqual(await place.json(['snapshot']), {
    code: 0,
    format: 1,
    command: 'snapshot',
    ok: true,
    written: [],
    removed: [],
    frozen: [],
    files: [],
  });
});

test.serial('release: freezes what was recorded, under a name that is free', async (t) => {
  const { code, manifest } = await place.json(['release', '2026.1']);
  t.is(code, 0);
  t.deepEqual(manifest, { Server: '1.1' });
  const again = await place.json(['release', '2026.1']);
  t.is(again.code, 2);
  t.like(again, { ok: false, error: { code: 'BACKLEVEL_RELEASE_NAME' } });
});

test.serial('check: nothing breaks where nothing changed', async (t) => {
  const { code, stdout } = await place.run(['check']);
  t.is(code, 0);
  t.regex(stdout, /^nothing breaks: 0 errors, /);
});

test.serial('a field without since: check, snapshot and release say so, and write nothing', async (t) => {
  place.write({ 'models.js': models('1.1', `${TAGS} zone: field.string(),`) });
  const before = place.read('history/backlevel.Server.json');
  const checked = await place.run(['check']);
  t.is(checked.code, 1);
  t.regex(checked.stdout, /error DRIFT_SHAPE_NO_BUMP: Server 1\.1/);
  t.regex(checked.stdout, /since: '1\.2'/);
  const snapshot = await place.run(['snapshot']);
  t.is(snapshot.code, 1);
  t.regex(
    snapshot.stdout,
    /backlevel\.Server 1\.1 is released.*\n.*backlevel bump Server.*\nnothing was written/,
  );
  const released = await place.json(['release', '2026.2']);
  t.is(released.code, 2);
  t.is(place.read('history/backlevel.Server.json'), before);
});

test.serial('check --format github: one escaped line for each error and warning', async (t) => {
  const { code, stdout } = await place.run(['check', '--format', 'github']);
  t.is(code, 1);
  const lines = stdout.split('\n').filter((line) => line.startsWith('::'));
  t.regex(lines[0] ?? '', /^::error title=[A-Z_]+::error [A-Z_]+: Server .*%0A {2}/);
  t.false(lines.some((line) => line.includes('\r')));
});

test.serial('check --json: findings, and how many of each', async (t) => {
  const answer = await place.json(['check']);
  t.is(answer.code, 1);
  const findings = answer['findings'] as readonly { readonly rule: string; readonly severity: string }[];
  t.true(findings.some(({ rule, severity }) => rule === 'DRIFT_SHAPE_NO_BUMP' && severity === 'error'));
  t.is(
    (answer['counts'] as { readonly error: number }).error,
    findings.filter(({ severity }) => severity === 'error').length,
  );
});

test.serial('bump: mends it together with since', async (t) => {
  const bumped = await place.run(['bump', 'Server']);
  t.is(bumped.stdout, 'models.js:3: Server 1.1 → 1.2\n');
  place.write({
    'models.js': place
      .read('models.js')
      .replace('zone: field.string(),', "zone: field.string({ since: '1.2', absent: '' }),"),
  });
  const unrecorded = await place.run(['check']);
  t.is(unrecorded.code, 1);
  t.regex(unrecorded.stdout, /backlevel\.Server 1\.2 is not recorded yet/);
  t.is((await place.run(['snapshot'])).code, 0);
  t.is((await place.run(['check'])).code, 0);
  t.is((await place.run(['release', '2026.2'])).code, 0);
});

test.serial('check --profile and --base: narrow what is compared', async (t) => {
  t.is((await place.run(['check', '--profile', 'strict', '--base', '2026.1'])).code, 1);
  const unknown = await place.run(['check', '--base', '1999']);
  t.is(unknown.code, 2);
  t.regex(unknown.stderr, /no release is called 1999; known are 2026\.1, 2026\.2/);
  t.is((await place.run(['check', '--profile', 'lax'])).code, 2);
});

test.serial(
  'check: a waiver in the configuration silences its finding, and what cannot be right is refused',
  async (t) => {
    const waiver = { rule: 'FIELD_ADDED_NO_STRIP', object: 'Server', path: 'zone', versions: ['1.1', '1.2'] };
    const config = (waivers: readonly object[]): void =>
      place.write({ 'backlevel.config.json': JSON.stringify({ modules: ['models.js'], waivers }) });
    config([{ ...waiver, reason: 'looked at', until: '2999-12-31' }]);
    const waived = await place.json(['check']);
    t.is((waived['counts'] as { readonly waived: number }).waived, 1);
    config([waiver]);
    t.like(await place.json(['check']), { code: 2, error: { code: 'BACKLEVEL_WAIVER' } });
    place.write({ 'backlevel.config.json': '{ "modules": ["models.js"] }' });
  },
);

test.serial('show: versions, changes and releases', async (t) => {
  const { stdout } = await place.run(['show', 'Server']);
  t.is(
    stdout,
    `backlevel.Server 1.2

version  changes                   releases  recorded
1.0      the oldest that is known            yes
1.1      tags is new               2026.1    yes
1.2      zone is new               2026.2    yes
`,
  );
  t.like(await place.json(['show', 'backlevel.Server']), {
    code: 0,
    object: 'backlevel.Server',
    versions: [
      { version: '1.0', changes: [], releases: [], recorded: true },
      {
        version: '1.1',
        changes: [{ kind: 'added', field: 'tags', text: 'tags is new' }],
        releases: ['2026.1'],
      },
      { version: '1.2', releases: ['2026.2'] },
    ],
  });
  t.like(await place.json(['show', 'Sever']), { code: 2, error: { code: 'BACKLEVEL_USAGE' } });
});

test.serial('diff: two versions, in whichever order they are named', async (t) => {
  const { stdout } = await place.run(['diff', 'Server@1.1', 'Server@1.2']);
  t.is(
    stdout,
    `backlevel.Server 1.1 → 1.2

field  1.1  1.2
zone   –    string, absent ""

version  changes
1.2      zone is new
`,
  );
  t.is((await place.run(['diff', 'Server@1.2', 'Server@1.1'])).stdout, stdout);
  t.regex(
    (await place.run(['diff', 'Server@1.1', 'Server@1.7'])).stderr,
    /Server has no version 1\.7; known are 1\.0, 1\.1, 1\.2/,
  );
});

test.serial('diff: two releases', async (t) => {
  t.like(await place.json(['diff', '2026.1', '2026.2']), {
    code: 0,
    objects: [{ object: 'Server', from: '1.1', to: '1.2', versions: [{ version: '1.2' }] }],
  });
  t.is((await place.run(['diff', '2026.1', '2027.1'])).code, 2);
  t.is((await place.run(['diff', '2026.1', 'Server@1.0'])).code, 2);
});

const damage = test.macro({
  exec: async (t, change: (text: string) => string, code: string, said: RegExp) => {
    const file = 'history/backlevel.Server.json';
    const whole = place.read(file);
    place.write({ [file]: change(whole) });
    const damaged = place.read(file);
    const commands = [
      ['check'],
      ['snapshot'],
      ['release', '2026.3'],
      ['show', 'Server'],
      ['diff', 'Server@1.0', 'Server@1.1'],
      ['prove'],
      ['report', '--out', 'page'],
    ];
    const files = readdirSync(join(place.folder, 'history'));
    for (const command of commands) {
      const answer = await place.json(command);
      t.like(answer, { code: 2, ok: false, error: { code } });
      t.regex((answer['error'] as { readonly message: string }).message, said);
    }
    t.is(place.read(file), damaged);
    t.deepEqual(readdirSync(join(place.folder, 'history')), files);
    t.false(existsSync(join(place.folder, 'page')));
    place.write({ [file]: whole });
  },
  title: (name) => `a history file ${name}: refused by every command, and left as it is`,
});
test.serial(
  'that is damaged',
  damage,
  (text) => text.slice(0, 200),
  'BACKLEVEL_HISTORY_FILE',
  /it is not JSON/,
);
test.serial(
  'of a newer format',
  damage,
  (text) => text.replace('"format": 1', '"format": 2'),
  'BACKLEVEL_HISTORY_FILE',
  /install the newer backlevel/,
);
test.serial(
  'that was edited by hand',
  damage,
  (text) => text.replace('"zone": {"absent"', '"zine": {"absent"'),
  'BACKLEVEL_HISTORY_FILE',
  /releases? control|version control/,
);
test.serial(
  'in which two branches made one version',
  damage,
  (text) => text.replace('    "1.2": {', '    "1.2": {\n    },\n    "1.2": {'),
  'BACKLEVEL_VERSION_COLLISION',
  /it has version 1\.2 twice/,
);
