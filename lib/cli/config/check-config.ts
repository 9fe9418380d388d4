import { profiles } from '../../compat/rules/rule.js';
import { isRecord } from '../../field/json.js';
import { ConfigLoadError } from '../cli-errors.js';
import type { Config } from './config.js';
import { isRegistry } from './is-registry.js';

const KEYS: Readonly<Record<keyof Config, readonly [is: (value: unknown) => boolean, expected: string]>> = {
  modules: [isTextList, "a list of paths, as in ['src/models.ts']"],
  registry: [
    (value) => isNameOrRegistry(value) || (Array.isArray(value) && value.every(isNameOrRegistry)),
    'the name of an export, a Registry, or a list of these',
  ],
  history: [isText, "a path, as in 'history'"],
  profile: [(value) => profiles.some((profile) => profile === value), profiles.join(', ')],
  waivers: [Array.isArray, 'a list, see docs/rules.md'],
  window: [(value) => Number.isInteger(value) && (value as number) >= 1, 'a whole number of releases'],
};

/** Refuses a configuration that says what none can say. @throws ConfigLoadError */
export function checkConfig(file: string, value: unknown): asserts value is Config {
  if (!isRecord(value))
    throw new ConfigLoadError(
      file,
      'it is no configuration',
      'let it be an object, as in { "modules": ["src/models.ts"] }',
    );
  for (const [key, given] of Object.entries(value)) {
    if (!Object.hasOwn(KEYS, key))
      throw new ConfigLoadError(
        file,
        `nothing is called ${JSON.stringify(key)}`,
        `it takes ${Object.keys(KEYS).join(', ')}`,
      );
    const [is, expected] = KEYS[key as keyof Config];
    if (!is(given)) throw new ConfigLoadError(file, `${key} is wrong`, `say ${expected}`);
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

function isNameOrRegistry(value: unknown): boolean {
  return isText(value) || isRegistry(value);
}
