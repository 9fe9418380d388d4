import type { TypeRecord } from '../record/object-record.js';

const LIMITS = ['min', 'max', 'minLength', 'maxLength', 'pattern', 'maxItems'] as const;

/** A type as its declaration says it: `field.list(field.string({ maxLength: 9 }))`; `more` are further options, as text. */
export function declarationOf(type: TypeRecord, more: readonly string[] = []): string {
  const options = [...optionsOf(type), ...more];
  const parts = [...argumentsOf(type), ...(options.length === 0 ? [] : [`{ ${options.join(', ')} }`])];
  return `field.${type.kind === 'state' ? 'stateMachine' : type.kind}(${parts.join(', ')})`;
}

function argumentsOf(type: TypeRecord): readonly string[] {
  const values = `[${((type['values'] ?? []) as readonly string[]).map(quoted).join(', ')}]`;
  switch (type.kind) {
    case 'object':
      return [type['object'] as string];
    case 'enum':
      return [values];
    case 'state':
      return [values, JSON.stringify(type['transitions'] ?? {})];
    default:
      return type.element === undefined ? [] : [declarationOf(type.element)];
  }
}

function optionsOf(type: TypeRecord): readonly string[] {
  const limits = LIMITS.filter((name) => type[name] !== undefined);
  const { as, version, subclasses } = type;
  return [
    ...(type.nullable === true ? ['nullable: true'] : []),
    ...limits.map((name) => `${name}: ${limitText(type[name])}`),
    ...(as === 'text' ? ["as: 'text'"] : []),
    ...(version === undefined ? [] : [`version: ${JSON.stringify(version)}`]),
    ...(subclasses === undefined ? [] : [`subclasses: ${JSON.stringify(subclasses)}`]),
  ];
}

/** A limit as the source says it; `null` for none, as in `limits: [{ in, max: null }]`. */
export function limitText(limit: unknown): string {
  return limit === undefined ? 'null' : typeof limit === 'string' ? limit : JSON.stringify(limit);
}

/** A JSON text with the quotes of the source. */
export function quoted(json: string): string {
  return json.startsWith('"') ? `'${(JSON.parse(json) as string).replaceAll("'", "\\'")}'` : json;
}
