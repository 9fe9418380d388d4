import { type Fixture, noMetadata, type Refusal, vagueMetadata } from './table.js';

export type Runner = 'tsx' | 'vitest' | 'node';

/** The compilerOptions of the tsconfig.json beside the sources; Node reads none. */
export const settings = {
  legacy: { experimentalDecorators: true, emitDecoratorMetadata: true },
  'legacy without metadata': { experimentalDecorators: true },
  tc39: {},
};

/** What runs TypeScript as it is. A fixture that has no refusal does what its twin does. */
export interface Run {
  readonly runner: Runner;
  readonly setting: keyof typeof settings;
  /** Whether the sources are ES modules or CommonJS, which the package.json beside them says. */
  readonly modules: 'esm' | 'cjs';
  readonly refusals: { readonly [K in Fixture]?: Refusal };
}

const noTypes = { ...noMetadata, why: 'its compiler writes no metadata here' };
const noDecorators: Refusal = {
  stage: 'load',
  code: 'SyntaxError',
  message: /^Invalid or unexpected token$/,
  why: 'decorators are left as they are, and Node does not know them yet; defineObject needs none',
};
const noKeyword: Refusal = {
  stage: 'load',
  code: 'TransformError',
  message: /Expected identifier but found "enum"/,
  why: 'it is esbuild, which reads no keyword in the name of a TC39 decorator; brackets cure it',
};
const undecorated = { model: noDecorators, bare: noDecorators, vague: noDecorators, keyword: noDecorators };

/**
 * Vitest stands on Vite, which compiles with oxc from its version 8 on. Vitest and Node make no CommonJS of ES modules,
 * so only tsx has rows of it.
 */
export const runs: readonly Run[] = [
  { runner: 'tsx', setting: 'legacy', modules: 'esm', refusals: { bare: noTypes, vague: noTypes } },
  {
    runner: 'tsx',
    setting: 'tc39',
    modules: 'esm',
    refusals: { bare: noTypes, vague: noTypes, keyword: noKeyword },
  },
  { runner: 'tsx', setting: 'legacy', modules: 'cjs', refusals: { bare: noTypes, vague: noTypes } },
  {
    runner: 'tsx',
    setting: 'tc39',
    modules: 'cjs',
    refusals: { bare: noTypes, vague: noTypes, keyword: noKeyword },
  },
  { runner: 'vitest', setting: 'legacy', modules: 'esm', refusals: { vague: vagueMetadata } },
  {
    runner: 'vitest',
    setting: 'legacy without metadata',
    modules: 'esm',
    refusals: { bare: noTypes, vague: noTypes },
  },
  { runner: 'vitest', setting: 'tc39', modules: 'esm', refusals: undecorated },
  { runner: 'node', setting: 'tc39', modules: 'esm', refusals: undecorated },
];

/** What Node says of any TypeScript where it does not strip types, as Node 20 does not. */
export const noTypeStripping: Refusal = {
  stage: 'load',
  code: 'ERR_UNKNOWN_FILE_EXTENSION',
  message: /^Unknown file extension "\.ts"/,
  why: 'it does not strip types',
};
