import { cp, mkdir, mkdtemp, readdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const build = fileURLToPath(new URL('../..', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The modules of objects/heat that 2016.1 had already as they are today. */
const unchanged = ['random', 'registry', 'resource-data', 'service', 'stages'];

/** The version that a second copy of backlevel says it has; with the same one, npm would install a single copy. */
const otherVersion = '0.0.9';

export interface Installation {
  readonly release: '2016.1' | '2017.1';
  /** Where the package of the models names backlevel; as a dependency it brings a copy of its own. */
  readonly backlevel: 'peerDependencies' | 'dependencies';
  /** The format of the models that this second copy writes, where it is not today's. */
  readonly format?: number;
}

/** A package.json. */
interface Manifest {
  readonly version: string;
}

/** An empty folder in build/, from which backlevel's own dependencies are found, and which the next build removes. */
export async function makeWorkspace(): Promise<string> {
  return realpath(await mkdtemp(join(build, 'sharing-')));
}

/** The folder of a service that has installed backlevel and heat-models: copies of the files, no links. */
export async function installService(
  workspace: string,
  name: string,
  { release, backlevel, format }: Installation,
): Promise<string> {
  const folder = join(workspace, name);
  const models = join(folder, 'node_modules', 'heat-models');
  await cp(join(root, 'test', 'fixtures', 'sharing'), folder, { recursive: true });
  await writeManifest(folder, { name, private: true });
  const version = await installBacklevel(folder);
  const isPeer = backlevel === 'peerDependencies';
  await writeManifest(models, {
    name: 'heat-models',
    version: `${release}.0`,
    type: 'module',
    exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
    [backlevel]: { backlevel: isPeer ? `^${version}` : otherVersion },
  });
  await copyModels(release, join(models, 'dist'));
  if (!isPeer) await installBacklevel(models, otherVersion);
  if (format !== undefined) await setFormat(models, format);
  return folder;
}

/** Copies what the package of backlevel ships, and answers its version. */
async function installBacklevel(folder: string, version?: string): Promise<string> {
  const target = join(folder, 'node_modules', 'backlevel');
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Manifest;
  for (const part of ['dist', 'lib'])
    await cp(join(build, part), join(target, 'build', part), {
      recursive: true,
      filter: (file) => !file.endsWith('.map'),
    });
  await writeManifest(target, { ...manifest, version: version ?? manifest.version });
  return manifest.version;
}

async function copyModels(release: Installation['release'], target: string): Promise<void> {
  await mkdir(target, { recursive: true });
  const today = join(build, 'objects', 'heat');
  if (release === '2017.1') return copyModules(today, target, () => true);
  await copyModules(today, target, (module) => unchanged.includes(module));
  await copyModules(join(build, 'test', 'sharing', 'heat-2016-1'), target, () => true);
}

async function copyModules(
  source: string,
  target: string,
  wanted: (module: string) => boolean,
): Promise<void> {
  const files = (await readdir(source)).filter((file) => /\.(js|d\.ts)$/.test(file));
  await Promise.all(
    files
      .filter((file) => wanted(file.replace(/\.(js|d\.ts)$/, '')))
      .map(async (file) =>
        writeFile(join(target, file), asPackage(await readFile(join(source, file), 'utf8'))),
      ),
  );
}

/** The code with the imports that it would have if the models were a package of their own. */
function asPackage(code: string): string {
  return code
    .replaceAll(/(?<=['"])(\.\.\/)+lib\/index\.js(?=['"])/g, 'backlevel')
    .replaceAll(/(?<=['"])(\.\.\/)+objects\/heat\//g, './')
    .replaceAll(/^\/\/# sourceMappingURL=.*$/gm, '');
}

/** Makes a copy of backlevel one whose models have another format. */
async function setFormat(folder: string, format: number): Promise<void> {
  const chunks = join(folder, 'node_modules', 'backlevel', 'build', 'dist', 'chunks');
  let changes = 0;
  for (const name of await readdir(chunks)) {
    const code = await readFile(join(chunks, name), 'utf8');
    const changed = code.replace(/(?<=\bMODEL_FORMAT = )\d+/, String(format));
    if (changed === code) continue;
    changes += 1;
    await writeFile(join(chunks, name), changed);
  }
  if (changes !== 1) throw new Error(`${changes} files in ${chunks} say MODEL_FORMAT`);
}

async function writeManifest(folder: string, manifest: object): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest, undefined, 2));
}
