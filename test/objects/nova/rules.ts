import { readFixture } from './vectors.js';

/** One thing that a recorded `obj_make_compatible` does for targets below a version. */
export type Rule = { readonly when: string | null } & (
  | { readonly op: 'remove'; readonly field: string }
  | { readonly op: 'refuse_values' | 'remove_if_value'; readonly field: string; readonly values: string[] }
  | {
      readonly op: 'replace_values';
      readonly field: string;
      readonly values: Readonly<Record<string, string>>;
    }
  | { readonly op: 'null_becomes'; readonly field: string; readonly value: number }
  | { readonly op: 'super' | 'hook' | 'note'; readonly field?: undefined }
);

const { methods } = readFixture<{ methods: { class: string; ops: Rule[] }[] }>('rules/nova.json');

/** What nova's method for a class does; nothing, where it has none. */
export function rulesOf(name: string): readonly Rule[] {
  return methods.find((method) => method.class === name)?.ops ?? [];
}

/** The version of a rule: `'< 1.4'` is what 1.4 undoes. */
export function sinceOf({ when }: Rule): string {
  return (when ?? '').replace('< ', '');
}
