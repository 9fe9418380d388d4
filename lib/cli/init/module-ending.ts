import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isRecord } from '../../field/json.js';
import { UsageError } from '../cli-errors.js';

export type ModuleEnding = 'ts' | 'mts' | 'js' | 'mjs';

/** The ending of a new module: TypeScript where it is asked for or can be loaded, with an `m` where the package is not one of ES modules. @throws UsageError for a damaged package.json */
export function endingFor(folder: string, language: string | undefined): ModuleEnding {
  const own = isModulePackage(join(folder, 'package.json'));
  const typed = language === undefined ? loadsTypescript(folder) : language === 'ts';
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
  const parsed = parsePackage(file);
  return isRecord(parsed) && parsed['type'] === 'module';
}

function parsePackage(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new UsageError(`${file} is not JSON`, 'mend it', { cause });
  }
}
