import { propertyName, wireName } from '../../model/naming.js';
import type { ClassDraft, FieldDraft, TypeDraft } from './draft.js';

/** The module that declares drafted classes; `typed` for TypeScript. */
export function writeSource(drafts: readonly ClassDraft[], typed: boolean): string {
  const identifiers = identifiersOf(drafts);
  const naming = namingOf(drafts);
  const blocks = drafts.map((draft, index) => {
    const known = new Set(drafts.slice(0, index).map(({ name }) => name));
    return writeClass(draft, { identifiers, naming, known, typed });
  });
  return [`import { defineObject, field } from 'backlevel';\n`, ...blocks].join('\n');
}

interface Surroundings {
  readonly identifiers: ReadonlyMap<string, string>;
  readonly naming: 'as-is' | 'snake_case';
  /** The classes that stand above. */
  readonly known: ReadonlySet<string>;
  readonly typed: boolean;
}

function writeClass(draft: ClassDraft, surroundings: Surroundings): string {
  const { identifiers, typed } = surroundings;
  const { name, version, fields, skipped } = draft;
  const identifier = identifiers.get(name) ?? name;
  const lines = [
    ...skipped.map((wire) => `    // ${JSON.stringify(wire)} cannot be the name of a field: it is ignored`),
    ...fields.flatMap((field) => writeField(field, surroundings)),
  ];
  const options = optionsOf(draft, surroundings);
  const declared = `export const ${identifier} = defineObject(\n  ${quote(name)},\n  ${quote(version)},\n  {\n${lines.map((line) => `${line}\n`).join('')}  },\n${options === '' ? '' : `  ${options},\n`});\n`;
  return typed ? `${declared}export type ${identifier} = InstanceType<typeof ${identifier}>;\n` : declared;
}

function writeField({ wire, type, optional }: FieldDraft, surroundings: Surroundings): string[] {
  const property = surroundings.naming === 'as-is' ? wire : propertyName(wire, surroundings.naming);
  const key = /^[A-Za-z_$][\w$]*$/.test(property) ? property : quote(property);
  const notes = notesOf(type).map((note) => `    // ${note}`);
  return [...notes, `    ${key}: ${typeText(type, surroundings, optional)},`];
}

function notesOf(type: TypeDraft): string[] {
  const own = type.note === undefined ? [] : [type.note];
  return type.kind === 'list' || type.kind === 'dict' ? [...own, ...notesOf(type.element)] : own;
}

function typeText(type: TypeDraft, surroundings: Surroundings, optional = false): string {
  const said = [
    ...(type.kind === 'dateTimeText' ? ["as: 'text'"] : []),
    ...(type.nullable ? ['nullable: true'] : []),
    ...(optional ? ['optional: true'] : []),
  ];
  const options = said.length === 0 ? [] : [`{ ${said.join(', ')} }`];
  const call = (kind: string, ...inner: string[]): string =>
    `field.${kind}(${[...inner, ...options].join(', ')})`;
  switch (type.kind) {
    case 'list':
    case 'dict':
      return call(type.kind, typeText(type.element, surroundings));
    case 'object':
      // One that stands below, or the class itself, is named in text: its type is not known here.
      return call(
        'object',
        surroundings.known.has(type.name)
          ? `() => ${surroundings.identifiers.get(type.name) ?? type.name}`
          : quote(type.name),
      );
    case 'dateTimeText':
      return call('dateTime');
    case 'uuid':
    case 'ipAddress':
    case 'mac':
    case 'integer':
    case 'bigint':
    case 'number':
    case 'boolean':
    case 'string':
    case 'json':
    case 'dateTime':
      return call(type.kind);
  }
}

function optionsOf(
  { namespace, envelope, version, oldest, untagged }: ClassDraft,
  { naming }: Surroundings,
): string {
  const [major] = version.split('.');
  const said = [
    ...(namespace === undefined || namespace === 'backlevel' ? [] : [`namespace: ${quote(namespace)}`]),
    ...(envelope === undefined || envelope === 'versioned_object' ? [] : [`envelope: ${quote(envelope)}`]),
    ...(naming === 'as-is' ? [] : [`naming: ${quote(naming)}`]),
    ...(oldest === `${major}.0` ? [] : [`oldest: ${quote(oldest)}`]),
    ...(untagged ? [`untagged: ${quote(version)}`] : []),
  ];
  return said.length === 0 ? '' : `{ ${said.join(', ')} }`;
}

/** Snake case on the wire becomes camel case in code, where every name comes back as it was. */
function namingOf(drafts: readonly ClassDraft[]): 'as-is' | 'snake_case' {
  const returns = drafts.every(({ fields }) => {
    const properties = fields.map(({ wire }) => propertyName(wire, 'snake_case'));
    const faithful = properties.every(
      (property, index) =>
        wireName(property, 'snake_case') === fields[index]?.wire && !(property in Object.prototype),
    );
    return faithful && new Set(properties).size === properties.length;
  });
  const gains = drafts.some(({ fields }) => fields.some(({ wire }) => wire.includes('_')));
  return returns && gains ? 'snake_case' : 'as-is';
}

/** A name in code for each class; what stands in the module already is not free. */
function identifiersOf(drafts: readonly ClassDraft[]): ReadonlyMap<string, string> {
  const taken = new Set(['defineObject', 'field', 'InstanceType', 'undefined', 'NaN', 'Infinity']);
  const identifiers = new Map<string, string>();
  for (const { name } of drafts) {
    const wanted = identifierFor(name);
    let identifier = wanted;
    for (let number = 2; taken.has(identifier); number++) identifier = `${wanted}${number}`;
    taken.add(identifier);
    identifiers.set(name, identifier);
  }
  return identifiers;
}

function identifierFor(name: string): string {
  const text = name.replace(/[^A-Za-z0-9_$]+/g, '_');
  return /^[A-Z$_]/.test(text)
    ? text
    : `${text.charAt(0).toUpperCase()}${text.slice(1)}`.replace(/^(?=\d)/, '_');
}

function quote(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}
