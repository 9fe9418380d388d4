import type { ScalarForm } from '../../field/scalar-form.js';
import { escaped } from './escape.js';
import { quoted, type SourceText } from './source-text.js';
import { type WriteLayout, type WriteMember, wireOf } from './write-layout.js';
import { headOf } from './write-object.js';

/** The expression of a value's JSON; where `bare`, it lacks its quotes, which whoever joins the texts has in a text of his own. */
export interface Fragment {
  readonly text: string;
  readonly bare: boolean;
  /** The condition under which the value is null; then neither text nor quotes are written. */
  readonly isNull?: string;
}

const FAIL = 'return undefined;';

/**
 * Puts together what generated code answers from values that were checked: JSON text. Nothing else in the generator knows that it is text.
 *
 * The other way, a tree of plain objects for one JSON.stringify, was measured behind this class. On Node 20 to 24 it is much slower;
 * on Node 26 it draws level with text for medium objects whose dates did not change, and loses with small ones and with new dates.
 */
export class TextOutput {
  constructor(readonly source: SourceText) {}

  /** A wire value that is not null. */
  scalar(writes: ScalarForm['writes'], wire: string): Fragment {
    if (writes === 'plain') return { text: wire, bare: true };
    // A number or a boolean that is added to a text becomes one; -0 becomes 0.
    if (writes === 'bare') return { text: wire, bare: false };
    if (writes === 'mixed') return { text: `JSON.stringify(${wire})`, bare: false };
    return { text: this.#escaped(wire), bare: true };
  }

  /** What another writer answers. */
  called(call: string): Fragment {
    const text = this.source.variable();
    this.source.line(`const ${text} = ${call};`);
    this.source.line(`if (${text} === undefined) ${FAIL}`);
    return { text, bare: false };
  }

  /** A value of a variable that may be null: `write` writes the source for the case that it is not, `whenNull` is the source for the other. */
  nullable(v: string, whenNull: string, write: () => Fragment): Fragment {
    const { source } = this;
    const text = source.variable();
    source.line(`let ${text} = "null";`);
    source.line(`if (${v} === null) { ${whenNull} } else {`);
    const set = write();
    source.line(`${text} = ${set.text};`);
    source.line('}');
    return set.bare ? { text, bare: true, isNull: `${v} === null` } : { text, bare: false };
  }

  /** A list: `write` writes the source that goes over its items, and adds each. */
  list(index: string, write: (add: (item: Fragment) => void) => void): Fragment {
    const { source } = this;
    const text = source.variable();
    source.line(`let ${text} = "[";`);
    write((item) => source.line(`${text} += ${joined(`${index} === 0`, '', item)};`));
    source.line(`${text} += "]";`);
    return { text, bare: false };
  }

  /** A dict: `write` writes the source that goes over its keys, and adds each with what `entry` gave for it, before the value's own source. */
  dict(index: string, write: (entry: (key: string) => (value: Fragment) => void) => void): Fragment {
    const { source } = this;
    const text = source.variable();
    source.line(`let ${text} = "{";`);
    write((key) => {
      const name = this.#escaped(key);
      return (value) => {
        const lead = `(${index} === 0 ? ${quoted('"')} : ${quoted(',"')})`;
        const merges = value.bare && value.isNull === undefined;
        const rest = merges
          ? `${quoted('":"')} + ${value.text} + ${quoted('"')}`
          : `${quoted('":')} + ${closed(value)}`;
        source.line(`${text} += ${lead} + ${name} + ${rest};`);
      };
    });
    source.line(`${text} += "}";`);
    return { text, bare: false };
  }

  /** The expression of the wire value behind a variable that was written. */
  wire(scalar: ScalarForm | undefined, v: string, written: Fragment): string {
    if (scalar !== undefined && scalar.turn === undefined && scalar.writes !== 'bare') return v;
    const { source } = this;
    return `${source.constant(wireOf)}(${source.constant(scalar)}, ${v}, ${closed(written)})`;
  }

  /** The expression, undefined where it fails, of a wire value that a conversion made. */
  converted(member: WriteMember, wire: string): string {
    return `${this.source.constant(member.text)}(${wire})`;
  }

  /**
   * The end of a writer: its answer.
   *
   * @param fragments one for each member, `undefined` for a constant; a fragment is undefined where its member is left out
   * @param partial the variable that tells whether one is
   * @param end the variable with what follows the data
   */
  finish(
    layout: WriteLayout,
    fragments: readonly (Fragment | undefined)[],
    partial: string,
    end: string,
  ): void {
    const { source } = this;
    const { members } = layout;
    const texts = members.map(
      ({ constant }, place) => fragments[place] ?? { text: quoted(constant ?? ''), bare: false },
    );
    source.line(`if (!${partial}) return ${wholeText(layout, texts, end)};`);
    source.line(`let t = ${quoted(headOf(layout))}, first = true;`);
    for (const [place, { name }] of members.entries()) {
      const fragment = texts[place] as Fragment;
      const set = fragments[place] === undefined ? 'true' : `${fragment.text} !== undefined`;
      const lead = `${JSON.stringify(name)}:`;
      source.line(`if (${set}) { t += ${joined('first', lead, fragment)}; first = false; }`);
    }
    source.line(`return t + "}" + ${end};`);
  }

  #escaped(text: string): string {
    return this.called(`${this.source.constant(escaped)}(${text})`).text;
  }
}

/** A fragment with its quotes. */
function closed({ text, bare, isNull }: Fragment): string {
  const set = bare ? `${quoted('"')} + ${text} + ${quoted('"')}` : `${quoted('')} + ${text}`;
  return isNull === undefined ? set : `(${isNull} ? "null" : ${set})`;
}

/** A fragment after `lead`, which follows a comma unless `first` holds. */
function joined(first: string, lead: string, fragment: Fragment): string {
  const { text, bare, isNull } = fragment;
  if (isNull !== undefined)
    return `(${first} ? ${quoted(lead)} : ${quoted(`,${lead}`)}) + ${closed(fragment)}`;
  const start = bare ? `${lead}"` : lead;
  const end = bare ? ` + ${quoted('"')}` : '';
  return `(${first} ? ${quoted(start)} : ${quoted(`,${start}`)}) + ${text}${end}`;
}

/** The text of an object that has all its members: what stands between two values is one text, the quotes of both included. */
function wholeText(layout: WriteLayout, texts: readonly Fragment[], end: string): string {
  const parts: string[] = [];
  let still = headOf(layout);
  // The condition under which the value before was null, and so has no quote to close.
  let open: string | undefined;
  const lead = (text: string): string =>
    open === undefined ? quoted(text) : `(${open} ? ${quoted(text)} : ${quoted(`"${text}`)})`;
  for (const [place, { text, bare, isNull }] of texts.entries()) {
    const { name, constant } = layout.members[place] as WriteLayout['members'][number];
    still += `${place === 0 ? '' : ','}${JSON.stringify(name)}:`;
    if (constant !== undefined) {
      still += constant;
      continue;
    }
    if (isNull === undefined) parts.push(lead(bare ? `${still}"` : still), text);
    else parts.push(`(${isNull} ? ${lead(`${still}null`)} : ${lead(`${still}"`)} + ${text})`);
    still = bare && isNull === undefined ? '"' : '';
    open = isNull;
  }
  parts.push(lead(`${still}}`), end);
  return parts.join(' + ');
}
