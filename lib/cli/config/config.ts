import type { Profile } from '../../compat/rules/rule.js';
import type { Waiver } from '../../compat/rules/waiver.js';
import type { Registry } from '../../model/registry.js';

/** What `backlevel.config.json`, `.js`, `.mjs`, `.ts` or `.mts` says. Paths are relative to its folder. */
export interface Config {
  /** The modules that declare the classes; they are imported. */
  readonly modules?: readonly string[];
  /**
   * The registries that count, as objects or as the names under which the modules export them. Where nothing is said: the default
   * registry, and every registry that a module exports.
   */
  readonly registry?: string | Registry | readonly (string | Registry)[];
  /** The folder of the history; `'history'` where nothing is said. */
  readonly history?: string;
  /** Which rules count in a check; `'rolling'` where nothing is said. */
  readonly profile?: Profile;
  /** Findings that are accepted, each until a day. */
  readonly waivers?: readonly Waiver[];
  /** How many of the last releases may run beside today's code; 2 where nothing is said. */
  readonly window?: number;
}

/** The configuration as it is given; what it may say is checked by the compiler. */
export function defineConfig(config: Config): Config {
  return config;
}
