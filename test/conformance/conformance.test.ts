import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { deviations } from './deviations.js';
import { readOracle } from './oracle.js';
import { kinds } from './outcome.js';
import { deviationCounts, linesByCause, linesByKind, listFaultCounts } from './report.js';
import { runProject } from './run.js';
import { modelsApart } from './written-models.js';

const folder = fileURLToPath(new URL('../../../test/fixtures/openstack', import.meta.url));
const page = readFileSync(new URL('../../../docs/oslo.md', import.meta.url), 'utf8');
const projects = readOracle(folder);
const runs = await Promise.all(projects.map(runProject));
const outcomes = runs.flatMap((run) => run.outcomes);

for (const kind of kinds) {
  test(`conformance: ${kind} are as recorded, or deviate for a reason`, (t) => {
    const own = outcomes.filter((outcome) => outcome.kind === kind);
    t.true(own.length > 500, 'there is something to compare');
    t.deepEqual(
      own
        .filter(({ result }) => result === 'failed' || result === 'needs a hook')
        .map(({ name, what }) => `${name}: ${what}`),
      [],
    );
  });
}

test('conformance: every deviation is listed by class and cause, with its count', (t) => {
  t.deepEqual(deviationCounts(outcomes), deviations.counts);
});

test('conformance: every cause says why ours is right, and none is listed in vain', (t) => {
  const used = new Set(Object.values(deviations.counts).flatMap((counts) => Object.keys(counts)));
  t.deepEqual(Object.keys(deviations.causes).toSorted(), [...used].toSorted());
  for (const [cause, why] of Object.entries(deviations.causes)) t.true(why.length > 20, cause);
});

test('conformance: the lines by kind count everything once', (t) => {
  const counted = linesByKind(outcomes).flatMap((line) =>
    [...line.matchAll(/(\d+) (?:matched|deviations|need|failed)/g)].map((match) => Number(match[1])),
  );
  t.is(
    counted.reduce((sum, count) => sum + count, 0),
    outcomes.length,
  );
});

const changing = outcomes.filter(({ kind }) => kind === 'backports changing content');

test('conformance: of the backports that change content, each deviates for a cause as often as listed', (t) => {
  const counts = Object.entries(deviations['changing content']);
  t.deepEqual(
    linesByCause(changing).map((line) => line.replace(/ +/g, ' ')),
    counts.map(([cause, count]) => `${cause} ${count} changing content`),
  );
});

test('conformance: where only lists of changes differ, Python lists what it removed or loses what moved', (t) => {
  t.deepEqual(listFaultCounts(outcomes), deviations['lists of changes']);
});

test('conformance: data that an older reader gets differ from Python in less than a tenth of what changes', (t) => {
  const other = changing.filter(({ cause }) => cause !== undefined && cause !== 'stale-child-changes');
  t.true(other.length < changing.length / 10, `${other.length} of ${changing.length}`);
});

test('conformance: models that were written by hand stand for the classes that they are, and the others are listed', (t) => {
  const models = runs.flatMap(({ built }) => [...built].filter(([, { isModel }]) => isModel));
  t.deepEqual(models.map(([name]) => name).toSorted(), [
    'ComputeNode',
    'HVSpec',
    'Migration',
    'MigrationList',
    'PciDevicePool',
    'PciDevicePoolList',
  ]);
  t.deepEqual(modelsApart(projects), deviations['models apart']);
});

test('docs/oslo.md: shows the lines by kind as they are', (t) => {
  t.true(page.includes(`\n\`\`\`text\n${linesByKind(outcomes).join('\n')}\n\`\`\`\n`));
});

test('conformance: where nobody wrote a model or a hook, only what needs one is missing', async (t) => {
  const unseen = projects.map((project) => runProject({ ...project, project: `unseen ${project.project}` }));
  const others = (await Promise.all(unseen)).flatMap((run) => run.outcomes);
  const of = (result: string): typeof others => others.filter((outcome) => outcome.result === result);
  t.is(others.length, outcomes.length);
  t.deepEqual(of('failed'), []);
  t.deepEqual(
    Object.fromEntries(
      [...new Set(of('needs a hook').map(({ name }) => name))]
        .toSorted()
        .map((name) => [name, of('needs a hook').filter((outcome) => outcome.name === name).length]),
    ),
    { ComputeNode: 39, PciDevice: 56, Port: 98, PortForwarding: 42 },
  );
});

test('conformance: rules that no option can say need a hook, and fail nothing else', async (t) => {
  const [project] = projects.filter((each) => each.project === 'os_vif');
  if (project === undefined) throw new Error('os_vif is not there');
  // A field that came in a version that the class does not have.
  const op = { op: 'remove', field: 'min_version', when: '< 9.9' };
  const method = { class: 'HostVIFInfo', ops: [op], needs_a_hook: false };
  const { built, outcomes: found } = await runProject({ ...project, methods: [...project.methods, method] });
  t.is(built.get('HostVIFInfo')?.standing, 'needs a hook');
  t.deepEqual(
    found.filter(({ result }) => result === 'failed'),
    [],
  );
});
