import { sameData } from '../../field/json.js';
import type { FieldRecord, Said } from '../record/object-record.js';
import { compareTypes } from './compare-types.js';
import type { Difference, DifferenceKind } from './difference.js';

/** In what a field differs from what it was: its type, what a reader can notice of it, and what decides its value. */
export function compareFields(wire: string, before: FieldRecord, after: FieldRecord): readonly Difference[] {
  const found: Difference[] = [...compareTypes(wire, before.type, after.type)];
  const note = (kind: DifferenceKind, name: string, from: string, to: string): void => {
    found.push({ kind, path: wire, name, from, to });
  };
  const flag = (kind: DifferenceKind, name: 'optional' | 'readOnly' | 'sensitive' | 'coerce'): void => {
    if (before[name] !== after[name]) note(kind, name, flagText(before[name]), flagText(after[name]));
  };
  flag(after.optional === true ? 'required-removed' : 'required-added', 'optional');
  flag('read-only', 'readOnly');
  flag(after.sensitive === true ? 'sensitive-added' : 'sensitive-removed', 'sensitive');
  flag('coerce', 'coerce');
  const hidden = before.sensitive === true || after.sensitive === true;
  const text = (said: Said | undefined): string => (hidden ? '<sensitive>' : saidText(said));
  for (const name of ['default', 'absent', 'fill'] as const)
    if (!sameData(before[name], after[name])) note(name, name, text(before[name]), text(after[name]));
  if (before.down !== after.down) note('down', 'down', before.down ?? "'drop'", after.down ?? "'drop'");
  return found;
}

function flagText(flag: true | undefined): string {
  return flag === true ? 'true' : 'not said';
}

/** A value as it is said: `1` and `"1"` are not the same. */
function saidText(said: Said | undefined): string {
  if (said === undefined) return 'not said';
  return 'computed' in said ? 'a function' : JSON.stringify(said.value);
}
