import { fileURLToPath } from 'node:url';
import test from 'ava';
import { modelOf } from '../../lib/index.js';
import { type OracleClass, type OracleProject, readOracle } from './oracle.js';
import { runProject } from './run.js';
import { writtenModels } from './written-models.js';

const folder = fileURLToPath(new URL('../../../test/fixtures/openstack', import.meta.url));
const nova = readOracle(folder).find(({ project }) => project === 'nova') as OracleProject;

/** nova as another release might have been recorded. */
function novaWith(name: string, change: Partial<OracleClass>): OracleProject {
  const classes = nova.classes.map((each) => (each.name === name ? { ...each, ...change } : each));
  return { ...nova, classes };
}

test('writtenModels(): a model of another version is not used, nor are those that hold it', (t) => {
  const { used, apart } = writtenModels(novaWith('PciDevicePool', { version: '1.2' }));
  t.deepEqual(used.map((Class) => modelOf(Class).name).toSorted(), ['HVSpec', 'Migration', 'MigrationList']);
  t.is(apart['PciDevicePool'], 'is at 1.1 here, and recorded at 1.2');
  t.is(apart['PciDevicePoolList'], 'holds PciDevicePool');
  t.is(apart['ComputeNode'], 'holds PciDevicePoolList');
});

test('writtenModels(): a model with other fields is not used', (t) => {
  const { fields = [] } = nova.classes.find(({ name }) => name === 'HVSpec') ?? {};
  const { apart } = writtenModels(novaWith('HVSpec', { fields: fields.slice(1) }));
  t.regex(apart['HVSpec'] ?? '', /^has \w+ here$/);
});

test('writtenModels(): a project without models has none', (t) => {
  t.deepEqual(writtenModels({ ...nova, project: 'cinder' }), { used: [], apart: {} });
});

test('runProject(): a class whose model is not used is built from its schema', async (t) => {
  const { built } = await runProject({ ...novaWith('PciDevicePool', { version: '1.2' }), vectors: [] });
  t.true(built.get('HVSpec')?.isModel);
  t.false(built.get('PciDevicePool')?.isModel);
});
