import { sourceOf, UNTRACKED } from '../engine/source.js';
import { ChangesText, WORD } from './changes-text.js';
import { NOT_MINE } from './convert.js';
import { escaped } from './escape.js';
import { keepsRule } from './keeps-rule.js';
import { type InnerText, innerText } from './scalar-code.js';
import type { TypeWriter } from './type-code.js';
import { type WriteField, type WriteLayout, type WriteMember, wireOf } from './write-layout.js';

/** The start of an object's text, which does not depend on the instance: up to the brace that opens its data. */
export function headOf({ model, version }: WriteLayout): string {
  const { envelope, name, namespace } = model;
  const pairs = [
    [envelope.name, name],
    [envelope.namespace, namespace],
    [envelope.version, version],
  ].map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return `{${pairs.join(',')},${JSON.stringify(envelope.data)}:{`;
}

type Leads = readonly [first: string, next: string, closing: string];

/** What is written next: a member of the data and the field that it comes from, or a field that stays behind. */
interface Station {
  readonly field: WriteField | undefined;
  readonly property: string;
  readonly wire: string;
  readonly word: number;
  readonly bit: number;
  readonly inner: InnerText | undefined;
  /** How a value is written that is still what was read, where no more has to be asked of it. */
  readonly keeps: 'plain' | 'text' | 'bare' | undefined;
  readonly same: (value: unknown, wire: unknown) => boolean;
  readonly member: WriteMember | undefined;
  /** The name of the member after nothing, after a value, and after a text whose quote is still open. */
  readonly leads: Leads;
  /** The same with the quote that opens a text. */
  readonly opening: Leads;
}

function stationsOf({ fields, members }: WriteLayout): readonly Station[] {
  const station = (field: WriteField | undefined, member: WriteMember | undefined): Station => {
    const index = field === undefined ? 0 : fields.indexOf(field);
    const inner = field === undefined || field.convert !== undefined ? undefined : innerText(field.type);
    const { writes, turn } = field?.type.scalar ?? {};
    const keeps = turn !== undefined || writes === 'mixed' ? undefined : writes;
    const lead = `${JSON.stringify(member?.name ?? '')}:`;
    return {
      field,
      property: field?.property ?? '',
      wire: field?.wire ?? '',
      word: Math.floor(index / WORD),
      bit: 1 << (index % WORD),
      inner,
      keeps: field?.convert === undefined && (inner !== undefined || keeps === 'bare') ? keeps : undefined,
      same: field?.type.scalar?.same ?? Object.is,
      member,
      leads: [lead, `,${lead}`, `",${lead}`],
      opening: [`${lead}"`, `,${lead}"`, `",${lead}"`],
    };
  };
  return [
    ...members.map((member, place) =>
      station(
        fields.find((field) => field.place === place),
        member,
      ),
    ),
    ...fields.filter(({ place }) => place < 0).map((field) => station(field, undefined)),
  ];
}

/** The writer of a layout that interprets it: it walks the fields as data. */
export function interpretedWriter(layout: WriteLayout): TypeWriter {
  const { model, fields, levels } = layout;
  const head = headOf(layout);
  const stations = stationsOf(layout);
  const changes = new ChangesText(layout);
  return (instance, run, depth, was) => {
    if (depth + levels > run.maxDepth) return undefined;
    const values = instance as Record<string, unknown>;
    const found = sourceOf(instance as object);
    const source = found === UNTRACKED ? undefined : found;
    const data = source?.data;
    const own = source?.own === true;
    const bits = changes.bitsAtFirst(found);
    // What is changed, and what of that is written.
    const written = bits.slice();
    const outer = run.differs;
    let unset = false;
    let text = head;
    let lead: 0 | 1 | 2 = 0;
    for (let index = 0; index < stations.length; index++) {
      const station = stations[index] as Station;
      const { field, member, inner, keeps, leads } = station;
      if (field === undefined) {
        text += leads[lead] + ((member as WriteMember).constant as string);
        lead = 1;
        continue;
      }
      const value = values[station.property];
      const read = data === undefined ? undefined : data[station.wire];
      const { word, bit } = station;
      if (value === undefined) {
        if (read !== undefined) {
          if (field.readOnly) return undefined;
          unset = true;
        }
        (bits[word] as number) &= ~bit;
        (written[word] as number) &= ~bit;
        continue;
      }
      let json: string | undefined;
      let differs = false;
      if (value === null) {
        if (!field.nullable) return undefined;
        differs = read !== null;
        json = 'null';
      } else if (own && keeps !== undefined && value === read && value !== 0) {
        if (keeps === 'plain') json = value as string;
        else if (keeps === 'bare') json = String(value as number | boolean);
        else if ((value as string).length <= run.maxString) json = escaped(value as string);
      } else if (inner === undefined) {
        run.differs = false;
        json = field.write(value, run, depth + 1, read);
        differs = run.differs;
      } else {
        json = inner(value, run);
        // What was read has no escapes: a value that is on the wire what it is here is compared as it is.
        const wire = keeps === undefined ? json : value;
        differs = read !== wire && (read === undefined || read === null || !station.same(value, read));
      }
      if (json === undefined) return undefined;
      if (data !== undefined && (differs || read === undefined)) {
        if (read !== undefined && !mayDiffer(field, value, read)) return undefined;
        (bits[word] as number) |= bit;
        (written[word] as number) |= bit;
      }
      if (field.convert !== undefined) {
        const wire = field.convert(wireOf(field.scalar, value, json), run);
        if (wire === NOT_MINE) return undefined;
        if (member === undefined || wire === undefined) {
          (written[word] as number) &= ~bit;
          continue;
        }
        json = member.text(wire);
        if (json === undefined) return undefined;
      }
      if (member === undefined) continue;
      const quotes = inner !== undefined && value !== null;
      text += (quotes ? station.opening : leads)[lead] + json;
      lead = quotes ? 2 : 1;
    }
    if (!keepsRule(model, fields, instance as object)) return undefined;
    run.differs =
      outer ||
      (was !== undefined &&
        (source === undefined || source.tree !== was || unset || bits.some((word) => word !== 0)));
    const end = written.length === 1 ? changes.ofWord(written[0] as number) : changes.ofWords(written);
    return lead === 2 ? `${text}"}` + end : `${text}}` + end;
  };
}

/** Whether a field may have another value than it was read with; what its type says of that is for the interpreting engine to say. */
export function mayDiffer({ readOnly, state }: WriteField, value: unknown, was: unknown): boolean {
  return !readOnly && (state === undefined || state.allows(was, value));
}
