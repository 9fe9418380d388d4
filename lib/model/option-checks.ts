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
  const entries = (value: object | undefined): unknown[] =>
    typeof value === 'object' ? Object.values(value) : [];
  const groups: [string, unknown[], readonly string[]][] = [
    ['nullable', isNullableSince(options.nullable) ? [options.nullable] : [], ENTRY_PARTS.nullable],
    ['values', entries(options.values), ENTRY_PARTS.values],
    ['subclasses', options.subclasses === true ? [] : entries(options.subclasses), ENTRY_PARTS.subclasses],
    ['renamed', entries(options.renamed), ENTRY_PARTS.renamed],
    ['retyped', entries(options.retyped), ENTRY_PARTS.retyped],
    ['limits', entries(options.limits), ['in', ...takes.filter((option) => option !== 'limits')]],
  ];
  for (const [option, found, parts] of groups) {
    for (const entry of found) {
      const stranger = Object.keys(entry as object).find((part) => !parts.includes(part));
      if (stranger === undefined) continue;
      throw new DeclarationError(
        where,
        `${option} has no part called ${JSON.stringify(stranger)}`,
        `it has ${parts.join(', ')}`,
      );
    }
  }
}

/** Refuses entries that say two things of what an older reader gets. */
export function checkPolicies(where: string, { options, element }: FieldDefinition): void {
  if (element !== undefined) checkPolicies(`${where}: its element`, element);
  const entries: [string, ValueHistory | NullableSince][] = Object.entries(options.values ?? {});
  if (isNullableSince(options.nullable)) entries.push(['null', options.nullable]);
  for (const [value, { refuse, fallback, drop }] of entries) {
    if (refuse === undefined || (fallback === undefined && drop === undefined)) continue;
    throw new DeclarationError(
      where,
      `${JSON.stringify(value)} has refuse beside ${fallback === undefined ? 'drop' : 'fallback'}`,
      'say one of them: it is refused, or older readers get something',
    );
  }
}

/** Refuses entries that lack what they cannot do without. */
export function checkCompleteness(where: string, { options }: FieldDefinition): void {
  for (const [value, entry] of Object.entries(options.values ?? {})) {
    if (entry.since !== undefined) continue;
    throw new DeclarationError(
      where,
      `values names ${JSON.stringify(value)} without since`,
      'say the version that brought the value',
    );
  }
  for (const { up, down } of options.retyped ?? []) {
    if (typeof up === 'function' && typeof down === 'function') continue;
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
