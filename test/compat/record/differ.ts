import test from 'ava';
import { defineObject, type DefineOptions, field, type FieldLike, Registry } from '../../../lib/index.js';
import type { VersionRecord } from '../../../lib/compat/index.js';
import { recordOf } from './records.js';

export type Fields = Readonly<Record<string, FieldLike>>;
export type Thing = readonly [fields: Fields, options?: Omit<DefineOptions, 'check' | 'construct'>];
type Part = 'shape' | 'behaviour';

/** What is recorded of version 1.2 of a class that is called Thing, beside a Disk and a Tape that its fields can name. */
export async function thing([fields, options]: Thing): Promise<VersionRecord> {
  const registry = options?.registry ?? new Registry();
  for (const name of ['Disk', 'Tape']) defineObject(name, '1.0', { size: field.integer() }, { registry });
  const Class = defineObject('Thing', '1.2', fields, { registry, ...options });
  return (await recordOf(Class)).versions['1.2'] as VersionRecord;
}

/** Two classes whose fingerprints differ in the parts that are named, and in no other. */
export const differ = test.macro({
  exec: async (t, one: Thing, other: Thing, ...parts: Part[]) => {
    const [a, b] = [await thing(one), await thing(other)];
    t.deepEqual(
      (['shape', 'behaviour'] as const).filter((part) => a[part] !== b[part]),
      parts,
    );
    t.regex(a.shape, /^s1-[0-9a-f]{64}$/);
    t.regex(a.behaviour, /^b1-[0-9a-f]{64}$/);
  },
  title: (what, _one, _other, ...parts) => titleOf(what, parts),
});

/** Two classes that differ in the one field that they have. */
export const fieldsDiffer = test.macro({
  exec: (t, one: FieldLike, other: FieldLike, ...parts: Part[]) =>
    differ.exec(t, [{ it: one }], [{ it: other }], ...parts),
  title: (what, _one, _other, ...parts) => titleOf(what, parts),
});

function titleOf(what: string | undefined, parts: readonly unknown[]): string {
  return `fingerprints: ${what}: ${parts.join(' and ') || 'neither'}`;
}
