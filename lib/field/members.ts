import { DeclarationError } from '../errors/declaration-errors.js';
import { shorten } from '../errors/shorten.js';

/**
 * The values of an enum or a state machine, copied.
 *
 * @throws DeclarationError for no list, an empty one, or values that are neither text nor number
 */
export function membersOf<V extends string | number>(
  kind: 'enum' | 'stateMachine',
  given: readonly V[],
): V[] {
  const values: unknown = given;
  if (!Array.isArray(values) || values.length === 0) {
    const got = Array.isArray(values) ? 'an empty list' : shorten(values);
    throw new DeclarationError(
      `field.${kind}()`,
      `it takes a list of values, got ${got}`,
      `list them, as in field.${kind}(['a', 'b']${kind === 'enum' ? '' : ", { a: ['b'] }"})`,
    );
  }
  for (const value of values as unknown[]) {
    if (typeof value === 'string' || Number.isFinite(value)) continue;
    throw new DeclarationError(
      `field.${kind}()`,
      `${shorten(value)} is no value of it`,
      'list texts and numbers; where null may stand, say nullable: true',
    );
  }
  return [...given];
}
