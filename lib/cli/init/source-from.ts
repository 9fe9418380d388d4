import { fromPrimitive } from '../../codec/from-primitive.js';
import { isBacklevelError } from '../../errors/backlevel-error.js';
import { isPlainObject } from '../../field/json.js';
import { UsageError } from '../cli-errors.js';
import { classFrom } from '../infer/classes-from.js';
import type { ClassDraft } from '../infer/draft.js';
import { draftClasses } from '../infer/draft-classes.js';
import { envelopeIn } from '../infer/envelope-in.js';
import { writeSource } from '../infer/write-source.js';

/** A module for a payload. */
export interface MadeSource {
  /** Its name without ending, in kebab-case after the class. */
  readonly file: string;
  readonly text: string;
  readonly classes: readonly string[];
}

/**
 * The source of a class that reads a payload; it was tried on it.
 *
 * @throws UsageError where no class can be made
 */
export function sourceFrom(payload: unknown, wanted: string | undefined, typed: boolean): MadeSource {
  if (!isPlainObject(payload))
    throw new UsageError('the payload is no JSON object', 'give one object, in its envelope or bare');
  const tagged = envelopeIn(payload)?.name;
  if (tagged !== undefined && wanted !== undefined && wanted !== tagged)
    throw new UsageError(`the payload says that it is a ${tagged}`, 'leave --name away');
  const name = tagged ?? wanted;
  if (name === undefined)
    throw new UsageError('the payload does not say what it is', 'give its class a name: --name Stack');
  const drafts = draft(payload, name);
  return { file: fileFor(name), text: writeSource(drafts, typed), classes: drafts.map((each) => each.name) };
}

/** A name in letters that all file systems know; one that has none of them says nothing. */
function fileFor(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').match(/[A-Za-z0-9]+/g) ?? ['models'];
  return words.join('-').toLowerCase();
}

function draft(payload: object, name: string): readonly ClassDraft[] {
  try {
    const drafts = draftClasses(payload, name);
    fromPrimitive(classFrom(drafts), payload);
    return drafts;
  } catch (cause) {
    if (!isBacklevelError(cause)) throw cause;
    throw new UsageError(
      `no class can be made of this payload: ${cause.message}`,
      'write the class by hand',
      {
        cause,
      },
    );
  }
}
