import type { FieldRecord, TypeRecord } from '../record/object-record.js';
import { withVersion } from './cure.js';
import { declarationOf, quoted } from './declaration-text.js';
import type { Difference } from './difference.js';
import type { Subject } from './world.js';

/** A difference that nothing bridges, and the field as it was. */
export interface Open {
  readonly wire: string;
  readonly recorded: FieldRecord;
  readonly difference: Difference;
  /** Whether the code declares the difference, though nothing bridges it. */
  readonly declared?: boolean;
}

const MEND = 'write a hook whose up mends what older writers send';

/** The edit that mends a difference: what declares it as a change of the next version, or what takes it back. */
export function cureOf(open: Open, subject: Subject): string {
  const { wire, recorded, difference, declared } = open;
  const { kind, name, from } = difference;
  const place = placeOf(open);
  const since = (edit: string): string => withVersion(edit, subject);
  switch (kind) {
    case 'type':
    case 'widened':
    case 'narrowed':
    case 'child':
    case 'format':
      return since(
        `add retyped: [{ in: '${subject.next}', from: ${declarationOf(recorded.type)}, up: (old) => <new>, down: (now) => <old> }] to \`${wire}\``,
      );
    case 'null-added':
      return since(
        `say nullable: { since: '${subject.next}', fallback: <what older readers get> } on ${place}`,
      );
    case 'null-removed':
      return `say nullable: true on ${place} again`;
    case 'value-added':
      return since(valueAdded(open, subject));
    case 'value-removed':
      return `put ${quoted(name)} back into ${place}`;
    case 'tightened':
    case 'loosened': {
      const limits = `add limits: [{ in: '${subject.next}', ${name}: ${from} }] to ${place}`;
      const edits = [...(declared === true ? [] : [limits]), ...(kind === 'tightened' ? [MEND] : [])];
      return since(edits.join(' and '));
    }
    case 'required-added':
      return `say optional: true on \`${wire}\` again`;
    case 'required-removed':
      return `take optional away from \`${wire}\`, or give it a default, so that writers still set it`;
    case 'read-only':
      return `${difference.to === 'true' ? 'take readOnly away from' : 'say readOnly: true on'} \`${wire}\` again, or waive this`;
    case 'transitions':
      return `put the transitions of \`${wire}\` back, or waive this`;
    case 'sensitive-removed':
      return `say sensitive: true on \`${wire}\` again, or waive this once its values may be seen`;
    case 'sensitive-added':
      return since('give the change a version of its own');
    case 'absent':
      return 'put it back: what older writers meant by sending nothing does not change';
    case 'default':
    case 'fill':
    case 'down':
    case 'coerce':
      return `put it back, or give the change a version of its own: set the version of ${subject.name} to '${subject.next}'`;
  }
}

function valueAdded(open: Open, { next }: Subject): string {
  const { wire, recorded, difference } = open;
  const { name } = difference;
  if (name === '*')
    return `name the subclasses: subclasses: { <Name>: { since: '${next}', missing: 'drop' } } on ${placeOf(open)}`;
  if (kindAt(recorded.type, difference.path) === 'object')
    return `add subclasses: { ${name}: { since: '${next}', missing: 'drop' } } to ${placeOf(open)}`;
  const entry = `{ since: '${next}', fallback: <a value that they know>, loses: ['${wire}'] }`;
  return `add values: { ${quoted(name)}: ${entry} } to ${placeOf(open)}`;
}

function placeOf({ wire, difference: { path } }: Open): string {
  return path === wire ? `\`${wire}\`` : `the element of \`${wire}\``;
}

function kindAt(type: TypeRecord, path: string): string {
  let at = type;
  for (let depth = path.split('.*').length; depth > 1 && at.element !== undefined; depth--) at = at.element;
  return at.kind;
}
