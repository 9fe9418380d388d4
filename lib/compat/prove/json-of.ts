import { type Json, setMember } from '../../field/json.js';

/** Plain data as JSON: a bigint as the text of its digits, for it has no other form there. */
export function jsonOf(data: unknown): Json {
  if (typeof data === 'bigint') return String(data);
  if (Array.isArray(data)) return data.map(jsonOf);
  if (typeof data !== 'object' || data === null) return data as Json;
  const copy: Record<string, Json> = {};
  for (const [key, member] of Object.entries(data))
    if (member !== undefined) setMember(copy, key, jsonOf(member));
  return copy;
}
