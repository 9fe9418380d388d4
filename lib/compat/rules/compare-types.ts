import { sameData, type Json } from '../../field/json.js';
import type { TypeRecord } from '../record/object-record.js';
import { declarationOf, limitText } from './declaration-text.js';
import type { Difference, DifferenceKind } from './difference.js';

const LIMITS = ['min', 'max', 'minLength', 'maxLength', 'pattern', 'maxItems'] as const;
const KNOWN = new Set<string>([
  ...LIMITS, 'kind', 'nullable', 'element', 'values', 'transitions', 'object', 'subclasses',
]); // prettier-ignore
const TEXTS = [
  'uuid', 'dateTime', 'ipAddress', 'ipNetwork', 'mac', 'pciAddress', 'versionPredicate', 'enum', 'state',
]; // prettier-ignore
const WIDER: Readonly<Record<string, readonly string[]>> = {
  number: ['integer'],
  bigint: ['integer'],
  list: ['set'],
  string: TEXTS,
  json: ['string', 'integer', 'number', 'boolean', 'list', 'set', 'dict', ...TEXTS],
};

/** In what a type differs from what it was, inside lists, sets and dicts too; `path` is where it stands. */
export function compareTypes(path: string, before: TypeRecord, after: TypeRecord): readonly Difference[] {
  return [...kinds(path, before, after), ...nulls(path, before, after), ...elements(path, before, after)];
}

function kinds(path: string, before: TypeRecord, after: TypeRecord): readonly Difference[] {
  if (kindOf(before) === kindOf(after)) return [...same(path, before, after), ...limits(path, before, after)];
  const kind: DifferenceKind = isWider(after, before)
    ? 'widened'
    : isWider(before, after)
      ? 'narrowed'
      : 'type';
  const found = difference(kind, path, before, after);
  // Of two types that have nothing in common, the limits do not matter any more.
  return kind === 'type' ? [found] : [found, ...limits(path, before, after)];
}

/** An enum and a state are read alike. */
function kindOf({ kind }: TypeRecord): string {
  return kind === 'state' ? 'enum' : kind;
}

function isWider(wide: TypeRecord, narrow: TypeRecord): boolean {
  // A number is no text, though an enum may have it.
  const texts = textsIn(narrow['values']).every((value) => wide.kind !== 'string' || value.startsWith('"'));
  return texts && WIDER[wide.kind]?.includes(narrow.kind) === true;
}

function difference(kind: DifferenceKind, path: string, before: TypeRecord, after: TypeRecord): Difference {
  return { kind, path, name: 'type', from: declarationOf(before), to: declarationOf(after) };
}

function same(path: string, before: TypeRecord, after: TypeRecord): readonly Difference[] {
  const found: Difference[] = [];
  if (before['object'] !== after['object']) found.push(difference('child', path, before, after));
  const others = new Set([...Object.keys(before), ...Object.keys(after)].filter((key) => !KNOWN.has(key)));
  if ([...others].some((key) => !sameData(before[key], after[key])))
    found.push(difference('format', path, before, after));
  return [
    ...found,
    ...members(path, textsIn(before['values']), textsIn(after['values']), (text) => JSON.parse(text) as Json),
    ...members(path, subclassesIn(before), subclassesIn(after), (name) => name),
    ...transitions(path, before, after),
  ];
}

function members(
  path: string,
  before: readonly string[],
  after: readonly string[],
  valueOf: (text: string) => Json,
): readonly Difference[] {
  const change = (kind: DifferenceKind, text: string): Difference => ({
    kind,
    path,
    name: text,
    from: before.join(', '),
    to: after.join(', '),
    value: valueOf(text),
  });
  return [
    ...after.filter((text) => !before.includes(text)).map((text) => change('value-added', text)),
    ...before.filter((text) => !after.includes(text)).map((text) => change('value-removed', text)),
  ];
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

/** `*` stands for all of them. */
function subclassesIn({ subclasses }: TypeRecord): readonly string[] {
  return subclasses === true ? ['*'] : textsIn(subclasses);
}

/** Which state may follow which; an enum lets every value follow every other. */
function transitions(path: string, before: TypeRecord, after: TypeRecord): readonly Difference[] {
  const [from, to] = [pairsIn(before), pairsIn(after)];
  return from === to ? [] : [{ kind: 'transitions', path, name: 'transitions', from, to }];
}

function pairsIn({ kind, transitions: table }: TypeRecord): string {
  if (kind !== 'state') return 'any';
  const pairs = Object.entries((table ?? {}) as Readonly<Record<string, readonly string[]>>).flatMap(
    ([from, targets]) => targets.map((to) => `${from} → ${to}`),
  );
  return pairs.length === 0 ? 'none' : pairs.join(', ');
}

function limits(path: string, before: TypeRecord, after: TypeRecord): readonly Difference[] {
  return LIMITS.flatMap((name) => {
    const [from, to] = [before[name], after[name]];
    if (from === to) return [];
    return directions(name, from, to).map((kind) => ({
      kind,
      path,
      name,
      from: limitText(from),
      to: limitText(to),
    }));
  });
}

/** Which way a limit moved; of two patterns nobody can say it, so it may be both. */
function directions(name: string, from: unknown, to: unknown): readonly DifferenceKind[] {
  if (from === undefined) return ['tightened'];
  if (to === undefined) return ['loosened'];
  if (typeof from !== 'number' || typeof to !== 'number') return ['tightened', 'loosened'];
  return [name.startsWith('min') === to > from ? 'tightened' : 'loosened'];
}

function nulls(path: string, before: TypeRecord, after: TypeRecord): readonly Difference[] {
  if (before.nullable === after.nullable) return [];
  const kind = after.nullable === true ? 'null-added' : 'null-removed';
  return [{ ...difference(kind, path, before, after), name: 'nullable', value: null }];
}

function elements(path: string, before: TypeRecord, after: TypeRecord): readonly Difference[] {
  if (before.element === undefined || after.element === undefined) return [];
  return compareTypes(`${path}.*`, before.element, after.element);
}
