import { dirname, resolve } from 'node:path';
import { defaultRegistry, type Registry } from '../../model/registry.js';
import { ConfigLoadError } from '../cli-errors.js';
import type { Context } from '../context.js';
import { checkConfig } from './check-config.js';
import type { Config } from './config.js';
import { findConfig } from './find-config.js';
import { isRegistry } from './is-registry.js';
import { type Exports, loadModule } from './load-module.js';

/** A configuration, and the classes that its modules declare. */
export interface Project {
  readonly file: string;
  readonly folder: string;
  readonly config: Config;
  /** The folder of the history. */
  readonly history: string;
  readonly registries: readonly Registry[];
}

/**
 * The project around the folder of a command, its modules imported.
 *
 * @throws ConfigLoadError, UsageError
 */
export async function loadProject({ cwd, configFile }: Context): Promise<Project> {
  const file = findConfig(cwd, configFile);
  const config = await loadConfig(file);
  const folder = dirname(file);
  const modules: Exports[] = [];
  // One after the other: the order of declaration is that of the list.
  for (const path of config.modules ?? []) modules.push(await loadModule(resolve(folder, path)));
  const registries = registriesOf(file, config, modules);
  refuseNamesakes(file, registries);
  return { file, folder, config, history: resolve(folder, config.history ?? 'history'), registries };
}

async function loadConfig(file: string): Promise<Config> {
  const { default: config } = await loadModule(file);
  checkConfig(file, config);
  return config;
}

function registriesOf(file: string, { registry }: Config, modules: readonly Exports[]): readonly Registry[] {
  const exported = modules.flatMap((module) => Object.entries(module)).filter(isExportedRegistry);
  const said = registry === undefined ? undefined : [registry].flat();
  const found =
    said === undefined
      ? [defaultRegistry, ...exported.map(([, value]) => value)]
      : said.map(
          (each) => (typeof each === 'string' ? exportCalled(each, exported, file) : each) as Registry,
        );
  const filled = [...new Set(found)].filter(({ models }) => models.length > 0);
  if (filled.length > 0) return filled;
  throw new ConfigLoadError(
    file,
    said === undefined ? 'its modules declare no versioned class' : 'the registry that it names has no class',
    'name the modules that declare them, as in "modules": ["src/models.ts"], and export their registry',
  );
}

function isExportedRegistry(entry: [string, unknown]): entry is [string, Registry] {
  return isRegistry(entry[1]);
}

function exportCalled(name: string, exported: readonly [string, Registry][], file: string): Registry {
  const found = exported.find(([key]) => key === name);
  if (found !== undefined) return found[1];
  const known = [...new Set(exported.map(([key]) => key))].join(', ');
  throw new ConfigLoadError(
    file,
    `no module exports a registry called ${name}`,
    known === '' ? 'export it from one of the modules' : `exported are ${known}`,
  );
}

/** A release knows an object by its name alone. */
function refuseNamesakes(file: string, registries: readonly Registry[]): void {
  const owners = new Map<string, Registry>();
  for (const registry of registries) {
    for (const { name } of registry.models) {
      if ((owners.get(name) ?? registry) !== registry)
        throw new ConfigLoadError(
          file,
          `two registries have an object called ${name}`,
          'give each a configuration and a history of its own',
        );
      owners.set(name, registry);
    }
  }
}
