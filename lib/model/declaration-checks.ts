import { DeclarationError } from '../errors/declaration-errors.js';
import type { AnyFieldOptions, FieldDefinition } from '../field/definition.js';
import { isNullableSince, versionsNamed } from '../field/definition.js';
import { checkCompleteness, checkDeclaredValues, checkEntries, checkPolicies } from './option-checks.js';
import { Version } from '../version/version.js';
import { isAlive, wireAt } from './field-history.js';
import type { Hook, Hooks } from './hooks.js';
import type { Model, ModelField } from './model.js';

const ELEMENT_OPTIONS = [
  'since',
  'until',
  'default',
  'optional',
  'readOnly',
  'wire',
  'renamed',
  'retyped',
  'absent',
  'down',
  'fill',
  'sensitive',
  'coerce',
] as const;
const NONE = [] as const;
const HOOK_PARTS = ['down', 'up', 'needs', 'resolve', 'fallback', 'loses'];

/** Parses a version that stands in a declaration, and names the place where it is none. */
export function parseIn(where: string, text: string): Version {
  const version = Version.tryParse(text);
  if (version !== undefined) return version;
  throw new DeclarationError(
    where,
    `${JSON.stringify(text) ?? String(text)} is no version`,
    "write it as a string, as in '1.10'",
  );
}

/** Refuses names that every JavaScript object inherits: a payload could otherwise reach them. */
export function checkName(where: string, name: string): void {
  if (typeof name === 'string' && name !== '' && !(name in Object.prototype)) return;
  throw new DeclarationError(
    where,
    `${JSON.stringify(name)} cannot be a name here`,
    'choose a name that no JavaScript object has of its own, and that is not empty',
  );
}

/** Everything that can be said against a model without loading the classes it refers to. */
export function checkModel(model: Model): void {
  for (const field of model.fields) checkField(model, field, false);
  for (const field of model.retired) checkField(model, field, true);
  checkWireNames(model);
  for (const { at, version, object } of model.hooks) {
    checkRange(`${model.name}: the hook ${object} ${version}`, at, model);
  }
}

/** At no version may two fields have one name. */
function checkWireNames(model: Model): void {
  const fields = model.fields.concat(model.retired);
  if (areDistinct(fields.flatMap(namesOf))) return;
  const texts = new Set([model.oldest.text, ...fields.flatMap((field) => versionsNamed(field.definition))]);
  for (const version of [...texts].map((text) => Version.parse(text))) {
    if (version.olderThan(model.oldest)) continue;
    const names = new Map<string, string>();
    for (const field of fields) {
      if (!isAlive(field, version)) continue;
      const name = wireAt(field, version);
      const other = names.get(name);
      if (other !== undefined) {
        throw new DeclarationError(
          `${model.name}.${field.property}`,
          `it is called ${JSON.stringify(name)} on the wire at ${version}, and so is ${other}`,
          'rename one, or say since and until so that they do not meet',
        );
      }
      names.set(name, field.property);
    }
  }
}

/** All names that a field has had. */
function namesOf({ wire, definition: { options } }: ModelField): string | string[] {
  return options.renamed === undefined ? wire : [wire, ...options.renamed.map((change) => change.from)];
}

function areDistinct(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}

function checkField(model: Model, { property, wire, definition }: ModelField, retired: boolean): void {
  const where = `${model.name}.${property}`;
  const { options } = definition;
  checkName(where, property);
  checkName(where, wire);
  checkEntries(where, definition);
  options.retyped?.forEach((change) => checkEntries(`${where}: retyped`, change.from.definition));
  options.renamed?.forEach(({ from }) => checkName(`${where}: renamed`, from));
  for (const text of versionsNamed(definition)) checkRange(where, parseIn(where, text), model);
  if (retired && options.until === undefined) {
    throw new DeclarationError(
      where,
      'a retired field does not say when it went',
      "add until: the first version without it, as in until: '1.3'",
    );
  }
  if (!retired && options.until !== undefined) {
    throw new DeclarationError(
      where,
      'until stands on a field that the class still has',
      'move the field into retired: { ... } of the class',
    );
  }
  if (
    options.since !== undefined &&
    options.until !== undefined &&
    !Version.parse(options.since).olderThan(Version.parse(options.until))
  ) {
    throw new DeclarationError(
      where,
      `it goes in ${options.until} before it comes in ${options.since}`,
      'set until above since',
    );
  }
  if (options.retyped?.some((change) => change.from.definition.options.retyped !== undefined)) {
    throw new DeclarationError(
      where,
      'a type that it had before says retyped itself',
      'list every change on the field: retyped: [{ in, from, up, down }, ...]',
    );
  }
  checkCompleteness(where, definition);
  checkPolicies(where, definition);
  checkValues(where, definition);
  checkLimits(where, definition);
  checkPairings(where, definition, model);
  checkDeclaredValues(where, definition);
}

function checkRange(where: string, version: Version, model: Model): void {
  if (version.major !== model.version.major) {
    throw new DeclarationError(
      where,
      `${version} has another major version than ${model.name} ${model.version}`,
      'a change that cannot be bridged starts a history of its own',
    );
  }
  if (!model.version.atLeast(version)) {
    throw new DeclarationError(
      where,
      `it changes in ${version}, but the class is at ${model.version}`,
      `set the version of ${model.name} to '${version}'`,
    );
  }
}

function checkValues(where: string, definition: FieldDefinition): void {
  const { options, members, element } = definition;
  const values = options.values === undefined ? NONE : Object.entries(options.values);
  for (const [value, entry] of values) {
    if (!members?.some((member) => String(member) === value)) {
      throw new DeclarationError(
        where,
        `values names ${JSON.stringify(value)}, which is no value of the enum`,
        'add it to the list, or take the entry away',
      );
    }
    if (entry.fallback === undefined) continue;
    const other = options.values?.[String(entry.fallback)]?.since;
    const older = other === undefined || Version.parse(other).olderThan(Version.parse(entry.since));
    if (!members.includes(entry.fallback) || !older) {
      throw new DeclarationError(
        where,
        `${JSON.stringify(value)} falls back to ${JSON.stringify(entry.fallback)}, which readers older than ${entry.since} do not know`,
        'choose a value that is older',
      );
    }
  }
  if (isNullableSince(options.nullable) && options.nullable.since === undefined) {
    throw new DeclarationError(
      where,
      'nullable names no version',
      "say nullable: true, or nullable: { since: '1.2' }",
    );
  }
  if (element === undefined) return;
  checkEntries(`${where}: its element`, element);
  const misplaced = ELEMENT_OPTIONS.find((option) => element.options[option] !== undefined);
  if (misplaced !== undefined) {
    throw new DeclarationError(
      where,
      `its element has the option ${misplaced}, which only a field can have`,
      `say ${misplaced} on the field itself`,
    );
  }
  checkValues(`${where}: its element`, element);
}

/** Which version of a child goes with which of the parent: both are versions, and the parent has its own. */
function checkPairings(where: string, { options, element }: FieldDefinition, model: Model): void {
  if (options.versions !== undefined) {
    for (const [own, theirs] of Object.entries(options.versions)) {
      checkRange(`${where}: versions`, parseIn(`${where}: versions`, own), model);
      parseIn(`${where}: versions`, theirs);
    }
  }
  if (element !== undefined) checkPairings(where, element, model);
}

function checkLimits(where: string, { options }: FieldDefinition): void {
  checkOrder(where, 'min', 'max', options);
  checkOrder(where, 'minLength', 'maxLength', options);
}

function checkOrder(
  where: string,
  lower: 'min' | 'minLength',
  upper: 'max' | 'maxLength',
  { [lower]: low, [upper]: high }: AnyFieldOptions,
): void {
  if (low !== undefined && high !== undefined && low > high)
    throw new DeclarationError(where, `${lower} ${low} is above ${upper} ${high}`, 'swap them');
}

/** A class's own table of hooks, in the form that the history reads. */
export function readHooks(name: string, table: unknown): [Version, Hook][] {
  if (typeof table !== 'object' || table === null) {
    throw new DeclarationError(
      `${name}.obj_make_compatible`,
      'it is no table of hooks',
      "write static readonly obj_make_compatible: Hooks = { '1.3': { down, up } }",
    );
  }
  return Object.entries(table as Hooks).map(([text, entry]) => {
    const where = `${name}.obj_make_compatible`;
    const version = parseIn(where, text);
    const hook: Hook = typeof entry === 'function' ? { down: entry } : entry;
    const stranger =
      typeof hook === 'object' && hook !== null
        ? Object.keys(hook).find((part) => !HOOK_PARTS.includes(part))
        : text;
    if (stranger !== undefined) {
      throw new DeclarationError(
        `${where}['${text}']`,
        `a hook has no part called ${JSON.stringify(stranger)}`,
        `it has ${HOOK_PARTS.join(', ')}`,
      );
    }
    for (const part of ['down', 'up', 'needs', 'resolve'] as const) {
      if (hook[part] !== undefined && typeof hook[part] !== 'function') {
        throw new DeclarationError(
          `${where}['${text}']`,
          `${part} is no function`,
          'write (data, context) => { ... }',
        );
      }
    }
    if ((hook.needs === undefined) !== (hook.resolve === undefined)) {
      throw new DeclarationError(
        `${where}['${text}']`,
        'needs and resolve go together',
        'needs says whether resolve must look something up',
      );
    }
    return [version, Object.freeze({ ...hook })];
  });
}
