import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigLoadError } from '../cli-errors.js';

type Import = (url: string) => Promise<unknown>;

/**
 * What imports TypeScript here: tsx or jiti, where the project has one, since they know decorators and the paths that TypeScript
 * writes; else Node itself, where it strips types.
 *
 * @throws ConfigLoadError where nothing does
 */
export async function typescriptImport(file: string): Promise<Import> {
  const project = createRequire(file);
  const found = (await throughTsx(project, file)) ?? (await throughJiti(project, file)) ?? throughNode();
  if (found !== undefined) return found;
  throw new ConfigLoadError(
    file,
    `Node ${process.version} cannot load TypeScript, and neither tsx nor jiti is installed`,
    'npm install --save-dev tsx, or name the module that the build makes of it',
  );
}

const registered = new Set<string>();

// Registered for the process, not in a scope of its own: a scope would load a second copy of backlevel.
async function throughTsx(project: NodeJS.Require, file: string): Promise<Import | undefined> {
  const found = resolveIn(project, 'tsx/package.json');
  if (found === undefined) return undefined;
  const tsconfig = tsconfigOf(file);
  const key = String(tsconfig);
  if (!registered.has(key)) {
    registered.add(key);
    for (const entry of ['./cjs/api', './esm/api'])
      await registerIn(importEntry(found, entry), tsconfig === undefined ? {} : { tsconfig });
  }
  return (url) => import(url);
}

/** What `import` would take of a package: `require.resolve` answers what `require` takes, and tsx's hooks start from the other only. */
function importEntry(packageJson: string, entry: string): string {
  const { exports } = JSON.parse(readFileSync(packageJson, 'utf8')) as {
    readonly exports: Readonly<Record<string, { readonly import: { readonly default: string } }>>;
  };
  return join(dirname(packageJson), exports[entry]?.import.default ?? '');
}

async function registerIn(path: string, options: object): Promise<void> {
  const { register } = (await import(pathToFileURL(path).href)) as {
    readonly register: (options: object) => unknown;
  };
  register(options);
}

async function throughJiti(project: NodeJS.Require, file: string): Promise<Import | undefined> {
  const path = resolveIn(project, 'jiti');
  if (path === undefined) return undefined;
  const { createJiti } = (await import(pathToFileURL(path).href)) as {
    readonly createJiti: (id: string, options: object) => { import(id: string): Promise<unknown> };
  };
  const jiti = createJiti(file, { interopDefault: false });
  return (url) => jiti.import(url);
}

function throughNode(): Import | undefined {
  const { typescript } = process.features as { readonly typescript?: false | 'strip' | 'transform' };
  return typescript === undefined || typescript === false ? undefined : (url) => import(url);
}

function resolveIn(project: NodeJS.Require, name: string): string | undefined {
  try {
    return project.resolve(name);
  } catch (error) {
    if (['MODULE_NOT_FOUND', 'ERR_PACKAGE_PATH_NOT_EXPORTED'].includes((error as { code: string }).code))
      return undefined;
    throw error;
  }
}

/** The settings that the file was written for: decorators mean what these say. */
function tsconfigOf(file: string): string | undefined {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const path = join(folder, 'tsconfig.json');
    if (existsSync(path)) return path;
    if (dirname(folder) === folder) return undefined;
  }
}
