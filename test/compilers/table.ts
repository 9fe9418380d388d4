import type { Stage } from './answer.js';

/** swc with no `decoratorVersion` said is another compiler of TC39 decorators than swc with one. */
export const compilers = ['tsc 7', 'tsc 5', 'esbuild', 'swc', 'swc 2022-03', 'swc 2023-11', 'oxc'] as const;

/** model: all types are named. bare: `@field()` alone. vague: `@field()` on a union. keyword: `@field.enum` without brackets. */
export const fixtures = ['model', 'bare', 'vague', 'keyword', 'twin'] as const;

export type Compiler = (typeof compilers)[number];
export type Fixture = (typeof fixtures)[number];

/** How one fixture is written and compiled. */
export interface Combination {
  readonly compiler: Compiler;
  readonly fixture: Fixture;
  /** `legacy` is with `emitDecoratorMetadata` (which esbuild takes no notice of). */
  readonly decorators: 'legacy' | 'tc39';
  readonly useDefineForClassFields: boolean;
  /** `id!: number` or `declare id: number`. */
  readonly fields: '!' | 'declare';
  /** What is written: ES modules that import backlevel, or CommonJS that requires it. */
  readonly modules: 'esm' | 'cjs';
}

/** What is expected where a fixture does not do what its twin does, and why. */
export interface Refusal {
  readonly stage: Stage;
  readonly code?: string;
  readonly message: RegExp;
  readonly why: string;
}

/** The refusal of some combinations. */
export interface Exception extends Refusal {
  readonly when: { readonly [K in keyof Combination]?: readonly Combination[K][] };
}

/** What a bare `@field()` says where there is no metadata. */
export const noMetadata = {
  stage: 'load',
  code: 'BACKLEVEL_DECLARATION',
  message:
    /^(Owner\.name|Vague\.note): @field\(\) knows no type: the compiler wrote no design:type; set emitDecoratorMetadata and experimentalDecorators \(.*\), or name the type: @field\.string\(\)$/,
} as const;

/** What it says where the metadata are there, and do not say enough. */
export const vagueMetadata = {
  stage: 'load',
  code: 'BACKLEVEL_DECLARATION',
  message:
    /^Vague\.note: @field\(\) finds the type Object, which does not say what travels; name the type itself, as in @field\.string\(\{ nullable: true \}\) for string \| null, or @field\.enum\(\['a', 'b'\]\)$/,
  why: 'a union is Object in the metadata',
} as const;

/** The first that fits a combination counts; a combination that none fits behaves as the twin. */
export const exceptions: readonly Exception[] = [
  {
    when: { compiler: ['oxc'], modules: ['cjs'] },
    stage: 'load',
    code: 'SyntaxError',
    message: /^Cannot use import statement outside a module$/,
    why: 'oxc writes ES modules only; a CommonJS consumer requires them as such',
  },
  {
    when: { compiler: ['oxc'], decorators: ['tc39'], fixture: ['model', 'bare', 'vague', 'keyword'] },
    stage: 'load',
    code: 'SyntaxError',
    message: /^(Invalid or unexpected token|Unexpected token 'export')$/,
    why: 'oxc leaves TC39 decorators as they are, and Node does not know them yet; use legacy ones, or defineObject',
  },
  {
    when: { compiler: ['esbuild'], decorators: ['tc39'], fixture: ['keyword'], fields: ['!'] },
    stage: 'compile',
    message: /Expected identifier but found "enum"/,
    why: 'esbuild reads no keyword in the name of a TC39 decorator; brackets cure it: @(field.enum([...]))',
  },
  {
    when: {
      compiler: ['tsc 7', 'tsc 5', 'esbuild'],
      decorators: ['tc39'],
      fields: ['declare'],
      fixture: ['model', 'bare', 'vague', 'keyword'],
    },
    stage: 'compile',
    message: /Decorators are not valid here|Expected identifier but found "enum"/,
    why: 'TC39 decorators cannot stand on declare fields, which are no part of the class',
  },
  {
    when: {
      compiler: ['swc 2022-03', 'swc 2023-11'],
      decorators: ['tc39'],
      fields: ['declare'],
      fixture: ['model', 'bare', 'vague', 'keyword'],
    },
    stage: 'use',
    code: 'BACKLEVEL_INVALID_OBJECT',
    message: /^(Server|Disk|Ticket|Owner|Vague|Keyword)[: ]/,
    why: 'swc drops declare fields and their decorators without a word: the class has none, and create() refuses them',
  },
  {
    when: { decorators: ['tc39'], fixture: ['bare', 'vague'] },
    ...noMetadata,
    why: 'TC39 decorators have no metadata of types',
  },
  {
    when: { compiler: ['esbuild'], decorators: ['legacy'], fixture: ['bare', 'vague'] },
    ...noMetadata,
    why: 'esbuild writes no metadata',
  },
  { when: { decorators: ['legacy'], fixture: ['vague'] }, ...vagueMetadata },
];

/** All combinations, but those that say nothing new: the twin has no fields, and legacy decorators have no version. */
export function combinations(): Combination[] {
  const all: Combination[] = [];
  for (const compiler of compilers)
    for (const decorators of ['legacy', 'tc39'] as const)
      for (const useDefineForClassFields of [true, false])
        for (const fields of ['!', 'declare'] as const)
          for (const modules of ['esm', 'cjs'] as const)
            for (const fixture of fixtures)
              all.push({ compiler, fixture, decorators, useDefineForClassFields, fields, modules });
  return all.filter(
    ({ compiler, decorators, fixture, fields }) =>
      (fixture !== 'twin' || fields === '!') && (!compiler.startsWith('swc 20') || decorators === 'tc39'),
  );
}

/** Whether an exception is about this combination. */
export function fits({ when }: Exception, combination: Combination): boolean {
  return Object.entries(when).every(([key, values]) =>
    (values as readonly unknown[]).includes(combination[key as keyof Combination]),
  );
}
