import { isRecord, type Json, sameData } from '../../field/json.js';
import { type Markup, markup } from './markup.js';

/** A payload as indented JSON, in which everything is marked that the other payload does not have at the same place. */
export function payloadMarkup(payload: Json, other: Json | undefined): Markup {
  return markup`<pre tabindex="0">${valueMarkup(payload, other, '')}</pre>`;
}

function valueMarkup(value: unknown, other: unknown, indent: string): Markup {
  if (other === undefined || !isContainer(value) || !isContainer(other)) {
    const text = JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${indent}`);
    return sameData(value, other) ? markup`${text}` : markup`<mark>${text}</mark>`;
  }
  const inner = `${indent}  `;
  const members = Array.isArray(value)
    ? value.map((item, index) => valueMarkup(item, memberOf(other, index), inner))
    : Object.entries(value).map(([key, member]) => memberMarkup(key, member, memberOf(other, key), inner));
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  if (members.length === 0) return markup`${open}${close}`;
  const lines = members.map((member, index) => markup`${index === 0 ? '' : ','}\n${inner}${member}`);
  return markup`${open}${lines}\n${indent}${close}`;
}

function memberMarkup(key: string, member: unknown, other: unknown, indent: string): Markup {
  const value = valueMarkup(member, other, indent);
  const name = JSON.stringify(key);
  return other === undefined ? markup`<mark>${name}</mark>: ${value}` : markup`${name}: ${value}`;
}

function isContainer(value: unknown): value is readonly unknown[] | Record<string, unknown> {
  return Array.isArray(value) || isRecord(value);
}

function memberOf(container: readonly unknown[] | Record<string, unknown>, key: string | number): unknown {
  return Object.hasOwn(container, key) ? (container as Record<string | number, unknown>)[key] : undefined;
}
