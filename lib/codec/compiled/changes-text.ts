import { type sourceOf, UNTRACKED } from '../engine/source.js';
import type { WriteLayout } from './write-layout.js';

/** How many fields one number tells of, a bit for each: V8 keeps numbers of 31 bits without a box. */
export const WORD = 30;
const MOST = 512;

/**
 * The list of changed fields as text. Objects of a class change in few ways: each way is written once.
 * The bits of a word stand for the fields of a layout in their order, `WORD` at a time.
 */
export class ChangesText {
  readonly #start: string;
  readonly #names: readonly (string | undefined)[];
  readonly #known = new Map<number, string>();
  readonly #places: ReadonlyMap<string, number>;
  readonly #all: readonly number[];

  constructor(layout: WriteLayout) {
    const { model, fields, members } = layout;
    this.#all = allBits(layout);
    this.#start = `,${JSON.stringify(model.envelope.changes)}:[`;
    this.#names = fields.map(({ place }) => {
      const member = members[place];
      return member === undefined ? undefined : JSON.stringify(member.name);
    });
    this.#places = new Map(fields.map(({ wire }, place) => [wire, place]));
  }

  /** The bits of the fields that count as changed before any is looked at: those that a payload listed, or all of what was made here. */
  bitsAtFirst(source: ReturnType<typeof sourceOf>): number[] {
    if (source === undefined) return this.#all.slice();
    const listed = source === UNTRACKED ? undefined : source.listed;
    return this.#all.map((_all, word) => this.listed(listed, word));
  }

  /** The end of an envelope whose fields all fit one word. */
  ofWord(word: number): string {
    let text = this.#known.get(word);
    if (text === undefined) {
      text = this.ofWords([word]);
      if (this.#known.size < MOST) this.#known.set(word, text);
    }
    return text;
  }

  ofWords(words: readonly number[]): string {
    let text = '';
    for (let place = 0; place < this.#names.length; place++) {
      if (((words[Math.floor(place / WORD)] as number) & (1 << (place % WORD))) === 0) continue;
      const name = this.#names[place];
      if (name !== undefined) text += text === '' ? name : `,${name}`;
    }
    return text === '' ? '}' : `${this.#start}${text}]}`;
  }

  /** The bits of the fields that a payload listed as changed. */
  listed(names: readonly string[] | undefined, word: number): number {
    let bits = 0;
    if (names === undefined) return bits;
    for (const name of names) {
      const place = this.#places.get(name);
      if (place !== undefined && Math.floor(place / WORD) === word) bits |= 1 << (place % WORD);
    }
    return bits;
  }
}

/** The bits of all fields, word by word. */
export function allBits({ fields }: WriteLayout): number[] {
  const words: number[] = [];
  for (let rest = fields.length; rest > 0; rest -= WORD)
    words.push(rest >= WORD ? 2 ** WORD - 1 : (1 << rest) - 1);
  return words;
}
