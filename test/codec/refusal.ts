import type { ExecutionContext } from 'ava';
import { BacklevelError } from '../../lib/index.js';

/** What a refusal must look like. */
export interface Refusal {
  /** The code without `BACKLEVEL_`. */
  readonly code: string;
  /** What the message contains: the object, the field, and the cure where there is one. */
  readonly says: readonly string[];
  /** What neither the message nor the error's members contain. */
  readonly hides?: readonly string[];
  /** The pointer of the first fault, or of the error. */
  readonly pointer?: string;
}

/** Asserts that a call is refused with a typed error that helps, and answers the error. */
export function refused(t: ExecutionContext, call: () => unknown, refusal: Refusal): BacklevelError {
  return typed(t, t.throws(call), refusal);
}

/** {@link refused} for a promise. */
export async function refusedLater(
  t: ExecutionContext,
  promise: Promise<unknown>,
  refusal: Refusal,
): Promise<BacklevelError> {
  return typed(t, await t.throwsAsync(promise), refusal);
}

function typed(t: ExecutionContext, error: unknown, { code, says, hides, pointer }: Refusal): BacklevelError {
  if (!(error instanceof BacklevelError)) throw error;
  t.is(error.code, `BACKLEVEL_${code}`);
  for (const part of says) t.true(error.message.includes(part), `${error.message} should say ${part}`);
  t.false(error.message.includes('\n'));
  for (const secret of hides ?? []) {
    t.false(error.message.includes(secret));
    t.false(JSON.stringify(Object.entries(error)).includes(secret));
  }
  if (pointer === undefined) return error;
  const found = error as { readonly fault?: { readonly pointer: string }; readonly pointer?: string } & Error;
  t.is(found.fault?.pointer ?? found.pointer, pointer);
  return error;
}
