import { DeclarationError } from '../errors/declaration-errors.js';
import { shorten } from '../errors/shorten.js';
import type { FieldDefinition } from './definition.js';
import { EnumType, type EnumOptions } from './enum-type.js';
import type { Field } from './field-shape.js';
import { isRecord, type Json } from './json.js';
import { makeField } from './make-field.js';
import { membersOf } from './members.js';
import type { NullableBy, Only } from './options.js';

/** From each state, the states that may follow; a state that is missing here is an end. */
export type Transitions<S extends string> = { readonly [From in S]?: readonly S[] };

/**
 * A state: an enum whose changes are checked too. `encode` refuses an instance whose state differs from
 * the one it was read with by more than one allowed transition.
 */
export function stateMachine<const S extends string, const O extends EnumOptions<S> = {}>(
  states: readonly S[],
  transitions: Transitions<NoInfer<S>>,
  options?: Only<O, EnumOptions<NoInfer<S>>>,
): Field<NullableBy<O, S>> {
  const members = membersOf('stateMachine', states);
  checkTransitions(members, transitions);
  return makeField(
    {
      kind: 'state',
      takes: ['values', 'transitions'],
      members,
      build: (definition) => new StateType(definition),
    },
    { ...options, transitions },
  );
}

function checkTransitions(states: readonly string[], transitions: Transitions<string>): void {
  if (!isRecord(transitions)) {
    throw new DeclarationError(
      'field.stateMachine()',
      `it takes what may follow each state, got ${shorten(transitions)}`,
      "say it, as in field.stateMachine(['a', 'b'], { a: ['b'] })",
    );
  }
  for (const [from, targets] of Object.entries<readonly string[] | undefined>(transitions)) {
    const stranger = [from, ...(targets ?? [])].find((state) => !states.includes(state));
    if (stranger !== undefined) {
      throw new DeclarationError(
        'field.stateMachine()',
        `${JSON.stringify(stranger)} is no state`,
        'name it among the states, or take the transition away',
      );
    }
  }
}

export class StateType extends EnumType {
  override readonly kind = 'state';
  readonly #transitions: Readonly<Record<string, readonly string[]>>;

  constructor(definition: FieldDefinition) {
    super(definition);
    this.#transitions = definition.options.transitions ?? {};
  }

  /** Whether a value may follow another; every state may stay, and anything may follow null or nothing. */
  allows(from: unknown, to: unknown): boolean {
    if (from === to || typeof from !== 'string') return true;
    return Object.hasOwn(this.#transitions, from) && (this.#transitions[from] ?? []).includes(String(to));
  }

  override spec(): Record<string, Json> {
    const named = Object.entries(this.#transitions)
      .filter(([, targets]) => targets.length > 0)
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
    const transitions = Object.fromEntries(named.map(([from, targets]) => [from, targets.toSorted()]));
    return { ...super.spec(), transitions };
  }
}
