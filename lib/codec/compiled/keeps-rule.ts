import type { Model } from '../../model/model.js';

/** Whether the class has nothing to say against the fields of an instance; one that lacks a field it must have is not asked about. */
export function keepsRule(
  { check }: Model,
  fields: readonly { readonly property: string; readonly optional: boolean }[],
  instance: object,
): boolean {
  if (check === undefined) return true;
  const values = instance as Readonly<Record<string, unknown>>;
  const isComplete = fields.every(({ property, optional }) => optional || values[property] !== undefined);
  return !isComplete || check(instance) === undefined;
}
