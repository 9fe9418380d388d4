import { DeclarationError } from '../errors/declaration-errors.js';
import {
  type AnyFieldOptions,
  definitionAt,
  type FieldDefinition,
  isNullableSince,
  typeOf,
} from '../field/definition.js';
import { type ChildCodec, Session } from '../field/session.js';
import type { NullableSince, ValueHistory } from '../field/options.js';
import { Version } from '../version/version.js';

const ENTRY_PARTS = {
  nullable: ['since', 'fallback', 'drop', 'refuse', 'loses'],
  values: ['since', 'fallback', 'drop', 'refuse', 'loses'],
  subclasses: ['since', 'missing'],
  renamed: ['in', 'from'],
  retyped: ['in', 'from', 'up', 'down', 'loses'],
} as const;

/** Refuses misspelt parts of the options that hold entries: a misspelt fallback would be a refusal. */
export function checkEntries(where: string, { options, takes }: FieldDefinition): void {
  const { nullable, values, subclasses, renamed, retyped, limits } = options;
  if (isNullableSince(nullable)) checkParts(where, 'nullable', [nullable], ENTRY_PARTS.nullable);
  checkParts(where, 'values', values, ENTRY_PARTS.values);
  checkParts(where, 'subclasses', subclasses, ENTRY_PARTS.subclasses);
  checkParts(where, 'renamed', renamed, ENTRY_PARTS.renamed);
  checkParts(where, 'retyped', retyped, ENTRY_PARTS.retyped);
  if (limits !== undefined)
    checkParts(where, 'limits', limits, ['in', ...takes.filter((option) => option !== 'limits')]);
}

function checkParts(where: string, option: string, entries: unknown, parts: readonly string[]): void {
  if (typeof entries !== 'object') return;
  for (const entry of Object.values(entries as object)) {
    const stranger = Object.keys(entry as object).find((part) => !parts.includes(part));
    if (stranger === undefined) continue;
    throw new DeclarationError(
      where,
      `${option} has no part called ${JSON.stringify(stranger)}`,
      `it has ${parts.join(', ')}`,
    );
  }
}

/** Refuses entries that say two things of what an older reader gets. */
export function checkPolicies(where: string, { options, element }: FieldDefinition): void {
  if (element !== undefined) checkPolicies(`${where}: its element`, element);
  if (options.values !== undefined)
    for (const [value, entry] of Object.entries(options.values)) checkPolicy(where, value, entry);
  if (isNullableSince(options.nullable)) checkPolicy(where, 'null', options.nullable);
}

function checkPolicy(
  where: string,
  value: string,
  { refuse, fallback, drop }: ValueHistory | NullableSince,
): void {
  if (refuse === undefined || (fallback === undefined && drop === undefined)) return;
  throw new DeclarationError(
    where,
    `${JSON.stringify(value)} has refuse beside ${fallback === undefined ? 'drop' : 'fallback'}`,
    'say one of them: it is refused, or older readers get something',
  );
}

/** Refuses entries that lack what they cannot do without. */
export function checkCompleteness(where: string, { options }: FieldDefinition): void {
  const { values, retyped } = options;
  const incomplete =
    values === undefined
      ? undefined
      : Object.entries(values).find(([, { since }]) => (since as string | undefined) === undefined);
  if (incomplete !== undefined) {
    throw new DeclarationError(
      where,
      `values names ${JSON.stringify(incomplete[0])} without since`,
      'say the version that brought the value',
    );
  }
  if (retyped?.some(({ up, down }) => typeof up !== 'function' || typeof down !== 'function')) {
    throw new DeclarationError(
      where,
      'retyped lacks up or down',
      'give both functions: an older value turned into a newer one, and back',
    );
  }
}

/** Refuses values in a declaration that the field itself would refuse: a default, what null becomes, what absence means. */
export function checkDeclaredValues(where: string, definition: FieldDefinition): void {
  const { options, element } = definition;
  if (element !== undefined) checkDeclaredValues(`${where}: its element`, element);
  if (options.default !== undefined && typeof options.default !== 'function') {
    checkValue(`${where}: default`, options, (session) => typeOf(definition).write(options.default, session));
  }
  if (isNullableSince(options.nullable) && options.nullable.fallback !== undefined) {
    const { fallback } = options.nullable;
    const type = typeOf({ ...definition, options: withoutNullable(options) });
    checkValue(`${where}: what null becomes`, options, (session) => type.check(fallback, session));
  }
  const { fill } = options;
  if (fill !== undefined && typeof fill !== 'function') {
    checkValue(`${where}: fill`, options, (session) => typeOf(definition).check(fill, session));
  }
  if (options.absent !== undefined) {
    // It is filled in where the field arrives, and goes the way of all values from there.
    const then =
      options.since === undefined ? definition : definitionAt(definition, Version.parse(options.since));
    checkValue(`${where}: absent`, options, (session) => typeOf(then).check(options.absent, session));
  }
}

// What a child looks like is not known before the classes it refers to are loaded.
const anyChild: ChildCodec = {
  check: () => true,
  read: (wire) => wire,
  write: (value) => value,
  coerce: (wire) => wire,
};

function checkValue(
  where: string,
  { sensitive }: AnyFieldOptions,
  check: (session: Session) => unknown,
): void {
  const session = new Session({ children: anyChild });
  session.sensitive = sensitive === true;
  check(session);
  const problem = session.problems[0];
  if (problem !== undefined)
    throw new DeclarationError(where, problem.reason, 'choose a value that the field takes');
}

function withoutNullable(options: AnyFieldOptions): AnyFieldOptions {
  const { nullable: _nullable, ...rest } = options;
  return rest;
}
