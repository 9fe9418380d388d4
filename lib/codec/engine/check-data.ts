import type { Shape, ShapeField } from '../../history/shape.js';
import { reportUnknown } from './unknown-fields.js';
import type { Version } from '../../version/version.js';
import type { Work } from './work.js';

/** Whether data fit a shape; reports what does not to the work. The path stands at the data, which `writer` wrote. */
export function checkData(
  shape: Shape,
  data: Record<string, unknown>,
  work: Work,
  writer: Version = shape.version,
): boolean {
  const before = work.problems.length;
  let known = 0;
  for (const field of shape.fields) {
    const value = data[field.wire];
    if (value !== undefined) known += 1;
    checkField(field, value, shape.version, work);
    if (!work.all && work.problems.length > before) return false;
  }
  work.field = undefined;
  const keys = Object.keys(data);
  if (keys.length > known) checkUnknown(shape, keys, data, work, writer);
  return work.problems.length === before;
}

/** Reports what is wrong with a field's value, or that it is missing. The path stands at the data. */
export function checkField(
  { wire, type, optional, sensitive }: ShapeField,
  value: unknown,
  version: Version,
  work: Work,
): void {
  work.field = wire;
  if (value === undefined) {
    if (!optional && !work.partial)
      work.fault('required', `expected ${type.describe()}, got nothing; it is required in ${version}`);
    return;
  }
  const outer = work.enterField(wire, sensitive);
  type.check(value, work);
  work.leaveField(outer);
}

function checkUnknown(
  shape: Shape,
  keys: readonly string[],
  data: Record<string, unknown>,
  work: Work,
  writer: Version,
): void {
  // A newer patch may add fields; that is no mistake of its writer.
  const refuse = work.refuseUnknown && !shape.version.olderThan(writer);
  for (const key of keys) {
    if (shape.byWire.has(key) || data[key] === undefined) continue;
    if (!refuse) {
      reportUnknown(shape.object, key, writer);
      continue;
    }
    work.path.push(key);
    work.fault(
      'unknown',
      `expected no field called ${JSON.stringify(key.slice(0, 60).toWellFormed())}: ${shape.object} ${shape.version} has none`,
    );
    work.path.pop();
    if (!work.all) return;
  }
}
