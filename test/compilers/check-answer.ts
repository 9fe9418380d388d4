import type { ExecutionContext } from 'ava';
import type { Answer } from './answer.js';
import { expected } from './expected.js';
import type { Fixture, Refusal } from './table.js';

/** The end of a test's title. */
export function outcomeOf(refusal: Refusal | undefined): string {
  return refusal === undefined ? 'does what its twin does' : `is refused: ${refusal.why}`;
}

/** Holds one answer against what the table says of it: the twin's, or the refusal. */
export function checkAnswer(
  t: ExecutionContext,
  answer: Answer | undefined,
  fixture: Fixture,
  refusal: Refusal | undefined,
): void {
  if (refusal === undefined || answer === undefined || 'answer' in answer) {
    if (refusal === undefined) t.deepEqual(answer, { answer: expected[fixture] });
    else t.fail(answer === undefined ? 'there is no answer' : 'it was not refused');
    return;
  }
  t.is(answer.stage, refusal.stage, answer.message);
  t.regex(answer.message, refusal.message);
  if (refusal.code !== undefined) t.is(answer.code, refusal.code);
}
