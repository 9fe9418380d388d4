import { CyclicObjectError } from '../../errors/payload-errors.js';
import type { StateType } from '../../field/state-machine-type.js';
import { type ShapeField, shapeAt } from '../../history/shape.js';
import type { Model } from '../../model/model.js';
import { changedFields, differs } from './changed-fields.js';
import { checkRule } from './construct.js';
import { type Source, sourceOf, stamp, UNTRACKED } from './source.js';
import type { Work } from './work.js';

/** An instance's data in the newest shape, every value checked, and the fields that changed in it. */
export interface Dumped {
  readonly data: Record<string, unknown>;
  readonly changes: readonly string[] | undefined;
}

/** Reads the fields of an instance into wire names and JSON values; reports what does not fit to the work. */
export function dump(instance: object, model: Model, work: Work): Dumped {
  if (work.ancestors.includes(instance)) throw new CyclicObjectError(model.name, work.pointer);
  work.ancestors.push(instance);
  const dumped = work.within(model, () => dumpFields(instance, model, work));
  work.ancestors.pop();
  return dumped;
}

function dumpFields(instance: object, model: Model, work: Work): Dumped {
  const values = instance as Record<string, unknown>;
  const found = sourceOf(instance);
  const source = found === UNTRACKED ? undefined : found;
  const before = work.problems.length;
  const data: Record<string, unknown> = {};
  for (const field of shapeAt(model, model.version).fields) {
    const value = values[field.property];
    work.field = field.property;
    if (value === undefined && work.demands && !field.optional) {
      work.path.push(field.property);
      work.fault('required', `expected ${field.type.describe()}, got nothing`);
      work.path.pop();
    }
    if (value === undefined && source === undefined) continue;
    const outer = work.enterField(field.property, field.sensitive);
    if (value !== undefined) data[field.wire] = field.type.write(value, work);
    if (source !== undefined) checkMove(field, value, source, work);
    work.leaveField(outer);
    if (!work.all && work.problems.length > before) return { data, changes: undefined };
  }
  work.field = undefined;
  if (work.problems.length === before) checkRule(model, instance, work);
  return { data, changes: changesIn(instance, model, data, found, work) };
}

function changesIn(
  instance: object,
  model: Model,
  data: Record<string, unknown>,
  source: ReturnType<typeof sourceOf>,
  work: Work,
): readonly string[] | undefined {
  if (work.restamp) return [];
  return source === undefined ? Object.keys(data) : changedFields(instance, model, work);
}

/** What may not change since the instance was read: read-only fields, and states without a transition. */
function checkMove({ type, wire, definition }: ShapeField, value: unknown, source: Source, work: Work): void {
  const read = source.data[wire];
  if (read === undefined) return;
  if (type.kind === 'state' && value !== undefined && !(type as StateType).allows(read, value)) {
    const from = work.sensitive ? 'the one it was read with' : JSON.stringify(read);
    work.expected(`a state that may follow ${from}`, value, 'value');
  }
  if (definition.options.readOnly && differs(type, value, read, work)) {
    work.expected('the value that was read: the field is read-only', value, 'value');
  }
}

/** Makes a written tree the state that the instance's changes are counted from. */
export function restampFrom(instance: object, data: Record<string, unknown>, tree: unknown): void {
  stamp(instance, { data, tree, listed: undefined, own: false });
}
