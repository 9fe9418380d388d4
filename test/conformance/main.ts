import { readOracle } from './oracle.js';
import type { BuiltClass } from './build-classes.js';
import type { Outcome } from './outcome.js';
import { deviationCounts, linesByCause, linesByKind, listFaultCounts, table } from './report.js';
import { runProject } from './run.js';
import { modelsApart } from './written-models.js';

const [folder = 'test/fixtures/openstack', ...flags] = process.argv.slice(2);
const outcomes: Outcome[] = [];
const built = new Map<string, BuiltClass>();
const projects = readOracle(folder);
for (const project of projects) {
  const run = await runProject(project);
  outcomes.push(...run.outcomes);
  for (const [name, made] of run.built) built.set(`${project.project}.${name}`, made);
}
const failed = outcomes.filter((outcome) => outcome.result === 'failed');
console.log(table(outcomes, built).join('\n'));
console.log(`\n${linesByKind(outcomes).join('\n')}`);
console.log(`\ndeviations by cause\n${linesByCause(outcomes).join('\n')}`);
for (const [faults, count] of Object.entries(listFaultCounts(outcomes)))
  console.log(`stale-child-changes, ${faults}: ${count}`);
const apart = Object.entries(modelsApart(projects)).map(([name, why]) => `${name} ${why}`);
if (apart.length > 0) console.log(`\nmodels of objects/ that are not these classes\n${apart.join('\n')}`);
for (const { project, name, kind, what } of failed.slice(0, 20))
  console.log(`\nfailed: ${project}.${name}, ${kind}, ${what.slice(0, 500)}`);
if (flags.includes('--deviations')) console.log(JSON.stringify(deviationCounts(outcomes), null, 2));
process.exitCode = failed.length === 0 ? 0 : 1;
