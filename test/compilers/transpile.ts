import {
  type Options as SwcOptions,
  type TransformConfig,
  transformSync as transformWithSwc,
} from '@swc/core';
import { transformSync as transformWithEsbuild } from 'esbuild';
import { transformSync as transformWithOxc } from 'oxc-transform';
import type { Combination } from './table.js';

type DecoratorVersion = NonNullable<TransformConfig['decoratorVersion']>;

/** Compiles one file with a compiler that looks at one file only; it throws what the compiler says against it. */
export const transpilers = {
  esbuild: withEsbuild,
  swc: (source: string, how: Combination) => withSwc(source, how),
  'swc 2022-03': (source: string, how: Combination) => withSwc(source, how, '2022-03'),
  'swc 2023-11': (source: string, how: Combination) => withSwc(source, how, '2023-11'),
  oxc: withOxc,
};

function withEsbuild(source: string, how: Combination): string {
  const legacy = how.decorators === 'legacy';
  const { useDefineForClassFields } = how;
  return transformWithEsbuild(source, {
    loader: 'ts',
    format: how.modules,
    target: 'es2022',
    logLevel: 'silent',
    tsconfigRaw: {
      compilerOptions: {
        experimentalDecorators: legacy,
        emitDecoratorMetadata: legacy,
        useDefineForClassFields,
      } as object,
    },
  }).code;
}

function withSwc(source: string, how: Combination, decoratorVersion?: DecoratorVersion): string {
  const legacy = how.decorators === 'legacy';
  const { useDefineForClassFields } = how;
  const options: SwcOptions = {
    configFile: false,
    swcrc: false,
    filename: `${how.fixture}.ts`,
    module: { type: how.modules === 'esm' ? 'es6' : 'commonjs' },
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: {
        legacyDecorator: legacy,
        decoratorMetadata: legacy,
        useDefineForClassFields,
        ...(decoratorVersion === undefined ? {} : { decoratorVersion }),
      },
    },
  };
  return transformWithSwc(source, options).code;
}

// Its word for useDefineForClassFields: false are these two options together. It writes no CommonJS.
function withOxc(source: string, how: Combination): string {
  const legacy = how.decorators === 'legacy';
  const assigns = !how.useDefineForClassFields;
  const { code, errors } = transformWithOxc(`${how.fixture}.ts`, source, {
    target: 'es2022',
    sourceType: 'module',
    decorator: { legacy, emitDecoratorMetadata: legacy },
    assumptions: { setPublicClassFields: assigns },
    typescript: { removeClassFieldsWithoutInitializer: assigns },
  });
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return code;
}
