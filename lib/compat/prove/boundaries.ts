import type { FieldDefinition } from '../../field/definition.js';

const LONG = 300;

/** Wire values at the edges of what a scalar field takes, the plainest first; some may lie outside its limits. */
export function boundariesOf({ kind, options, members }: FieldDefinition): readonly unknown[] {
  const { min, max, minLength = 0, maxLength, version } = options;
  const numbers = [min, max].filter((bound) => bound !== undefined);
  const whole = [1, 0, -1, 2, ...numbers.map(Math.trunc)];
  const { MIN_SAFE_INTEGER, MAX_SAFE_INTEGER } = Number;
  switch (kind) {
    case 'string':
      return [
        'a'.padEnd(minLength, 'a'),
        '',
        'x'.repeat(minLength),
        'x'.repeat(maxLength ?? LONG),
        ' ',
        'ünï😀'.slice(0, Math.max(maxLength ?? 0, 5)),
        '0',
        'null',
      ];
    case 'integer':
      return [...whole, MIN_SAFE_INTEGER, MAX_SAFE_INTEGER];
    case 'bigint':
      return [...whole, MIN_SAFE_INTEGER, MAX_SAFE_INTEGER, 2n ** 64n, -(2n ** 64n)];
    case 'number':
      return [...whole, ...numbers, 0.5, -1.25, Number.MIN_VALUE, Number.MAX_VALUE, 1e21];
    case 'boolean':
      return [true, false];
    case 'enum':
    case 'state':
      return members ?? [];
    case 'uuid':
      return [
        '123e4567-e89b-12d3-a456-426614174000',
        '00000000-0000-0000-0000-000000000000',
        'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
      ];
    case 'dateTime':
      return [
        '2026-01-31T12:00:00Z',
        '1970-01-01T00:00:00Z',
        '2024-02-29T23:59:59.999Z',
        '0001-01-01T00:00:00Z',
        '9999-12-31T23:59:59Z',
        ...(options.as === 'text' ? ['2026-01-31T12:00:00.123456+05:30', '2026-01-31 12:00:00'] : []),
      ];
    case 'ipAddress':
      return ofVersion(version, ['192.0.2.1', '0.0.0.0', '255.255.255.255'], ['2001:db8::1', '::']);
    case 'ipNetwork':
      return ofVersion(version, ['192.0.2.0/24', '0.0.0.0/0'], ['2001:db8::/32', '::/0', '::1/128']);
    case 'mac':
      return ['00:1a:2b:3c:4d:5e', 'FF:FF:FF:FF:FF:FF'];
    case 'pciAddress':
      return ['0000:04:10.7', 'ffff:FF:1f.0'];
    case 'versionPredicate':
      return ['>=1.0,<2.0', '', ' != 1.2 '];
    case 'json':
      return [{}, [], 'text', 0, false, { a: { b: [1, null, 'c'] } }, [[{}]]];
    default:
      return [];
  }
}

function ofVersion(version: 4 | 6 | undefined, four: readonly string[], six: readonly string[]): string[] {
  return [...(version === 6 ? [] : four), ...(version === 4 ? [] : six)];
}
