import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ConfigLoadError, UsageError } from '../cli-errors.js';

const NAMES = ['ts', 'mts', 'js', 'mjs', 'json'].map((ending) => `backlevel.config.${ending}`);

/**
 * The configuration that counts in a folder: the one in it, or in the nearest folder above.
 *
 * @throws UsageError where there is none, ConfigLoadError where a folder has more than one
 */
export function findConfig(cwd: string, named: string | undefined): string {
  if (named !== undefined) {
    const file = resolve(cwd, named);
    if (existsSync(file)) return file;
    throw new ConfigLoadError(
      file,
      'there is no such file',
      'name the configuration, relative to this folder',
    );
  }
  const found = findConfigIn(cwd);
  if (found !== undefined) return found;
  throw new UsageError(
    `neither ${cwd} nor a folder above it has a backlevel.config.json`,
    'run backlevel init, or name one with --config',
  );
}

/** The same, or `undefined` where there is none. */
export function findConfigIn(cwd: string): string | undefined {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const file = configIn(folder);
    if (file !== undefined) return file;
    if (dirname(folder) === folder) return undefined;
  }
}

/** The configuration in a folder itself. @throws ConfigLoadError where there is more than one */
export function configIn(folder: string): string | undefined {
  const [file, other] = NAMES.map((name) => join(folder, name)).filter((path) => existsSync(path));
  if (file !== undefined && other !== undefined)
    throw new ConfigLoadError(file, `${other} is there too`, 'keep one of the two');
  return file;
}
