import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isRecord } from '../../field/json.js';

export type ModuleEnding = 'ts' | 'mts' | 'js' | 'mjs';

/** The ending of a new module: TypeScript where it is asked for or can be loaded, with an `m` where the package is not one of ES modules. */
export function endingFor(folder: string, language: string | undefined): ModuleEnding {
  const typed = language === undefined ? loadsTypescript(folder) : language === 'ts';
  const own = isModulePackage(join(folder, 'package.json'));
  if (typed) return own ? 'ts' : 'mts';
  return own ? 'js' : 'mjs';
}

function loadsTypescript(folder: string): boolean {
  const { typescript } = process.features as { readonly typescript?: false | string };
  if (typescript !== undefined && typescript !== false) return true;
  const project = createRequire(join(folder, 'package.json'));
  return ['tsx/package.json', 'jiti'].some((name) => {
    try {
      return existsSync(project.resolve(name));
    } catch (error) {
      if ((error as { code?: unknown }).code === 'MODULE_NOT_FOUND') return false;
      throw error;
    }
  });
}

function isModulePackage(file: string): boolean {
  if (!existsSync(file)) return false;
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return isRecord(parsed) && parsed['type'] === 'module';
}
