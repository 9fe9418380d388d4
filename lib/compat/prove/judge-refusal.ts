import { isBacklevelError } from '../../errors/backlevel-error.js';
import type { HookError, ValueTooNewError } from '../../errors/backport-errors.js';
import type { Fault } from '../../errors/fault.js';
import type { EnvelopeError, InvalidPayloadError } from '../../errors/payload-errors.js';
import { type FieldDefinition, isNullableSince } from '../../field/definition.js';
import { isRecord, type Scalar } from '../../field/json.js';
import { historyOf } from '../../history/changes.js';
import { reachableModels } from '../../history/references.js';
import { shapeAt, shapeBefore } from '../../history/shape.js';
import type { Model } from '../../model/model.js';
import { Version } from '../../version/version.js';
import type { ChangedIn } from './trial.js';

/**
 * What an error of a verb means: the history declares the refusal, the class's own check says that such an object cannot be, or
 * something is broken.
 */
export type Judgement =
  | { readonly kind: 'declared'; readonly reason: string }
  | { readonly kind: 'filtered'; readonly reason: string }
  | {
      readonly kind: 'broken';
      readonly rule: string;
      readonly reason: string;
      readonly path: string;
      readonly at?: ChangedIn;
    };

/** Judges what a verb threw over a payload of `model`. */
export function judgeRefusal(error: unknown, model: Model, payload: unknown): Judgement {
  const reason = error instanceof Error ? error.message : String(error);
  const broken = (rule: string, path = '', at?: ChangedIn): Judgement => ({
    kind: 'broken',
    rule,
    reason,
    path,
    ...(at === undefined ? {} : { at }),
  });
  if (!isBacklevelError(error)) return broken('HOOK_THROWS');
  switch (error.code) {
    case 'BACKLEVEL_NEEDS_ASYNC':
      return { kind: 'declared', reason };
    case 'BACKLEVEL_HOOK': {
      const { object, version, reason: said } = error as HookError;
      const misspelt = said.includes('expected no field called');
      return broken(misspelt ? 'HOOK_UNKNOWN_FIELD' : 'HOOK_THROWS', '', { object, version });
    }
    case 'BACKLEVEL_VALUE_TOO_NEW': {
      const { object, field, since } = error as ValueTooNewError;
      const rule = undeclared(modelNamed(model, object), field, Version.parse(since), payload);
      return rule === undefined
        ? { kind: 'declared', reason }
        : broken(rule, `/${field}`, { object, version: since });
    }
    case 'BACKLEVEL_INVALID_PAYLOAD': {
      const { fault } = error as InvalidPayloadError;
      if (fault.kind !== 'rule') return broken(ruleOfFault(fault, 'up'), fault.pointer);
      // A hook that refuses names a field, the class's check cannot.
      return { kind: fault.field === undefined ? 'filtered' : 'declared', reason };
    }
    case 'BACKLEVEL_ENVELOPE':
      return broken('CHILD_TYPE_REPLACED', (error as EnvelopeError).fault.pointer);
    case 'BACKLEVEL_INCOMPATIBLE_OBJECT_VERSION':
    case 'BACKLEVEL_OBJECT_TOO_OLD':
    case 'BACKLEVEL_CHILD_VERSION_UNKNOWN':
    case 'BACKLEVEL_UNSUPPORTED_TARGET':
      return declaresMissing(error, model) ? { kind: 'declared', reason } : broken('CHILD_VERSION_UNPINNED');
    default:
      return broken('HOOK_THROWS');
  }
}

/** The rule that a fault breaks: going down it is what an older reader finds, going up what a newer one does. */
export function ruleOfFault({ kind, message }: Fault, direction: 'down' | 'up'): string {
  const down = direction === 'down';
  switch (kind) {
    case 'unknown':
      return down ? 'FIELD_ADDED_NO_STRIP' : 'FIELD_REMOVED_NOT_RETIRED';
    case 'required':
      return down ? 'FIELD_REMOVED_NO_SYNTH' : 'FIELD_ADDED_REQUIRED';
    case 'null':
      return down ? 'FIELD_NULLABLE_ADDED' : 'FIELD_NULLABLE_REMOVED';
    case 'limit':
      return down ? 'FIELD_LIMIT_LOOSENED' : 'FIELD_LIMIT_TIGHTENED';
    case 'value':
      if (!message.includes('expected one of')) return 'FIELD_FORMAT_CHANGED';
      return down ? 'ENUM_VALUE_ADDED_NO_FALLBACK' : 'ENUM_VALUE_REMOVED';
    case 'type':
      return 'FIELD_TYPE_CHANGED';
    case 'envelope':
      return 'CHILD_TYPE_REPLACED';
    case 'version':
      return 'CHILD_VERSION_UNPINNED';
    case 'rule':
      return 'HOOK_THROWS';
  }
}

function modelNamed(model: Model, name: string): Model {
  return reachableModels(model).find((reached) => reached.name === name) ?? model;
}

/** The rule that a refusal on the way down breaks; `undefined` where the history says that it is meant. */
function undeclared(model: Model, wire: string, since: Version, payload: unknown): string | undefined {
  const [newer, older] = [shapeAt(model, since), shapeBefore(model, since)];
  // A check names the field as the older version does, a drop as the newer one.
  const property = (older.byWire.get(wire) ?? newer.byWire.get(wire))?.property;
  const field = newer.fields.find((candidate) => candidate.property === property);
  const { changes = [] } = historyOf(model).find(({ version }) => version.equals(since)) ?? {};
  const touching = changes.filter((change) => change.kind !== 'hook' && change.field === field?.wire);
  if (touching.some(({ kind }) => kind === 'limits')) return undefined;
  if (touching.some(({ kind }) => kind === 'added') && field?.definition.options.down === 'refuse')
    return undefined;
  const { silent, meant } = policiesIn(field?.definition, since);
  // Where both kinds of values came at once, the payload says which of them was refused.
  const blamed = meant.length === 0 ? silent : silent.filter(({ value }) => contains(payload, value));
  if (blamed[0] !== undefined) return blamed[0].rule;
  const hooked = changes.some((change) => change.kind === 'hook' && change.down);
  return meant.length > 0 || hooked ? undefined : 'FIELD_TYPE_NARROWED';
}

interface Policy {
  readonly value: Scalar;
  readonly rule: string;
}

/** The values that a version brought without anything for older readers: by silence, or on purpose. */
function policiesIn(
  definition: FieldDefinition | undefined,
  since: Version,
): { silent: Policy[]; meant: Policy[] } {
  const found = { silent: [] as Policy[], meant: [] as Policy[] };
  for (let next = definition; next !== undefined; next = next.element) {
    const { values = {}, nullable, subclasses } = next.options;
    const take = (value: Scalar, rule: string, at: string | undefined, policy: Said): void => {
      if (at === undefined || !Version.parse(at).equals(since)) return;
      if (policy.refuse === true || policy.missing === 'refuse') found.meant.push({ value, rule });
      else if (policy.fallback === undefined && policy.drop === undefined && policy.missing === undefined)
        found.silent.push({ value, rule });
    };
    for (const member of next.members ?? []) {
      const entry = values[String(member)];
      if (entry !== undefined) take(member, 'ENUM_VALUE_ADDED_NO_FALLBACK', entry.since, entry);
    }
    if (isNullableSince(nullable)) take(null, 'FIELD_NULLABLE_ADDED', nullable.since, nullable);
    if (subclasses !== undefined && subclasses !== true)
      for (const [name, entry] of Object.entries(subclasses))
        take(name, 'CHILD_VERSION_UNPINNED', entry.since, entry);
  }
  return found;
}

interface Said {
  readonly fallback?: unknown;
  readonly drop?: true;
  readonly refuse?: true;
  readonly missing?: 'drop' | 'refuse';
}

function contains(data: unknown, value: Scalar): boolean {
  if (Array.isArray(data)) return data.some((item) => contains(item, value));
  if (isRecord(data)) return Object.values(data).some((member) => contains(member, value));
  return data === value;
}

/** Whether a field says on purpose that a child which the reader does not know is refused. */
function declaresMissing(error: unknown, model: Model): boolean {
  const { object, field, child } = error as { object: string; field?: string; child?: string };
  if (field === undefined) return false;
  const parent = modelNamed(model, object);
  const declared = [...parent.fields, ...parent.retired].find(({ wire }) => wire === field);
  for (let next = declared?.definition; next !== undefined; next = next.element) {
    const { missing, subclasses } = next.options;
    const entry = subclasses === undefined || subclasses === true ? undefined : subclasses[child ?? ''];
    if ((entry?.missing ?? missing) === 'refuse') return true;
  }
  return false;
}
