import { readFileSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { isRecord } from '../../field/json.js';
import { ConfigLoadError } from '../cli-errors.js';
import { typescriptImport } from './typescript-import.js';

/** What a module exports, by name. */
export type Exports = Readonly<Record<string, unknown>>;

/**
 * Imports a module, TypeScript too; of a JSON file, what stands in it is its default export.
 *
 * @throws ConfigLoadError where it is not there, cannot be loaded, or throws
 */
export async function loadModule(file: string): Promise<Exports> {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true)
    throw new ConfigLoadError(
      file,
      'there is no such file',
      'name the module relative to the folder of the configuration; build it first if it is built',
    );
  if (file.endsWith('.json')) return { default: parseJson(file) };
  const load = /\.[cm]?tsx?$/.test(file) ? await typescriptImport(file) : plainImport;
  try {
    return exportsOf((await load(pathToFileURL(file).href)) as Exports);
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigLoadError(file, `it cannot be loaded: ${said}`, 'mend it; --debug shows where it fails', {
      cause,
    });
  }
}

/** A module that was compiled to CommonJS stands whole under `default`. */
function exportsOf(exported: Exports): Exports {
  const { default: inner } = exported;
  return isRecord(inner) && inner['__esModule'] === true ? inner : exported;
}

function plainImport(url: string): Promise<unknown> {
  return import(url);
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new ConfigLoadError(file, 'it is not JSON', 'mend it', { cause });
  }
}
