import { isPlainObject } from '../../field/json.js';
import { Version } from '../../version/version.js';
import type { ClassDraft, FieldDraft, TypeDraft } from './draft.js';
import { envelopeIn, type FoundEnvelope } from './envelope-in.js';
import { scalarOf } from './scalar-types.js';

type Data = Readonly<Record<string, unknown>>;

/**
 * Classes for a payload and the objects in it, children before their parents; the last one reads the payload. What stays unclear is
 * JSON, with a note: a wider type can be narrowed by a later version, a wrong one refuses payloads.
 *
 * @param name of the class of a payload without an envelope
 */
export function draftClasses(payload: unknown, name: string): readonly ClassDraft[] {
  const drafts = new Drafts();
  const envelope = envelopeIn(payload);
  if (envelope === undefined) drafts.addBare(name, [payload as Data]);
  else drafts.addTagged(envelope, payload);
  return drafts.classes;
}

class Drafts {
  readonly classes: ClassDraft[] = [];
  readonly #names = new Set<string>();
  /** Every envelope of the payload, by the name that it has. */
  #envelopes: readonly FoundEnvelope[] = [];

  addTagged(envelope: FoundEnvelope, payload: unknown): void {
    this.#envelopes = envelopesIn(payload);
    this.#tagged(envelope.name);
  }

  /** A class for objects without envelopes; answers its name, which is another one where that is taken. */
  addBare(wanted: string, samples: readonly Data[]): string {
    const name = this.#freeName(wanted);
    const { fields, skipped } = this.#fieldsOf(samples, true);
    const version = '1.0';
    const none = { namespace: undefined, envelope: undefined };
    this.classes.push({ name, version, oldest: version, ...none, untagged: true, fields, skipped });
    return name;
  }

  #tagged(name: string): void {
    if (this.#names.has(name)) return;
    this.#names.add(name);
    const found = this.#envelopes.filter((each) => each.name === name);
    const versions = found.map((each) => Version.parse(each.version)).toSorted((a, b) => a.compare(b));
    const [oldest = '1.0', version = '1.0'] = [versions[0]?.text, versions.at(-1)?.text];
    const { fields, skipped } = this.#fieldsOf(
      found.map(({ data }) => data),
      false,
    );
    const { namespace, prefix: envelope } = found[0] ?? {};
    this.classes.push({ name, version, oldest, namespace, envelope, untagged: false, fields, skipped });
  }

  #fieldsOf(
    samples: readonly Data[],
    bare: boolean,
  ): { readonly fields: readonly FieldDraft[]; readonly skipped: readonly string[] } {
    const names = [...new Set(samples.flatMap((sample) => Object.keys(sample)))];
    const skipped = names.filter((name) => name === '' || name in Object.prototype);
    const fields = names
      .filter((name) => !skipped.includes(name))
      .map((wire): FieldDraft => {
        const having = samples.filter((sample) => Object.hasOwn(sample, wire));
        const values = having.map((sample) => sample[wire]);
        return { wire, type: this.#typeOf(values, wire, bare), optional: having.length < samples.length };
      });
    return { fields, skipped };
  }

  #typeOf(values: readonly unknown[], name: string, bare: boolean): TypeDraft {
    const nullable = values.includes(null);
    const seen = values.filter((value) => value !== null);
    if (seen.length === 0)
      return json(
        nullable,
        nullable ? 'only null was seen: say what it can be' : 'nothing was seen: say what it can be',
      );
    const kind = scalarOf(seen);
    if (kind !== undefined) return { kind, nullable };
    if (seen.every((value) => Array.isArray(value))) {
      return { kind: 'list', nullable, element: this.#typeOf(seen.flat(), singular(name), bare) };
    }
    if (seen.every(isPlainObject)) return this.#objectOf(seen, name, { nullable, bare });
    return json(nullable, 'more than one kind of value was seen');
  }

  #objectOf(
    seen: readonly Data[],
    name: string,
    { nullable, bare }: { nullable: boolean; bare: boolean },
  ): TypeDraft {
    const envelopes = seen.map(envelopeIn);
    const [first] = envelopes;
    if (first !== undefined) {
      const alike = envelopes.every((each) => each?.name === first.name && isAlike(each, first));
      if (!alike) return json(nullable, 'objects of more than one kind were seen');
      this.#tagged(first.name);
      return { kind: 'object', name: first.name, nullable };
    }
    const keys = seen.flatMap((value) => Object.keys(value));
    if (keys.length === 0) return json(nullable, 'only an empty object was seen');
    // Data of a known shape have names for keys; a dict has data for keys.
    if (bare && keys.every((key) => /^[a-z_]\w*$/i.test(key) && !(key in Object.prototype)))
      return { kind: 'object', name: this.addBare(pascal(name), seen), nullable };
    const values = seen.flatMap((value) => Object.values(value));
    const element = scalarOf(values);
    if (element === undefined) return json(nullable, 'an object whose values differ in kind');
    return { kind: 'dict', nullable, element: { kind: element, nullable: false } };
  }

  #freeName(wanted: string): string {
    let name = wanted;
    for (let number = 2; this.#names.has(name); number++) name = `${wanted}${number}`;
    this.#names.add(name);
    return name;
  }
}

function isAlike(a: FoundEnvelope, b: FoundEnvelope): boolean {
  return a.prefix === b.prefix && a.namespace === b.namespace;
}

function json(nullable: boolean, note: string): TypeDraft {
  return { kind: 'json', nullable, note };
}

function envelopesIn(value: unknown): readonly FoundEnvelope[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = envelopeIn(value);
  const below = Object.values(own === undefined ? value : own.data).flatMap(envelopesIn);
  return own === undefined ? below : [own, ...below];
}

/** `raw_template` and `rawTemplate` are a `RawTemplate`. */
export function pascal(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[A-Za-z]/.test(name) ? name : `Object${name}`;
}

/** A name for one of many: `tags` are each a `tag`. */
function singular(name: string): string {
  return name.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');
}
