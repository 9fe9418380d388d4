import { findTagged } from '../../codec/backport.js';
import { isBacklevelError } from '../../errors/backlevel-error.js';
import { isPlainObject } from '../../field/json.js';
import type { Model } from '../../model/model.js';
import { UsageError } from '../cli-errors.js';
import type { Project } from '../config/load-project.js';

/**
 * The model that a payload names in its envelope, in whichever registry it is.
 *
 * @throws UnknownObjectError where no registry has it, UsageError for a payload without an envelope
 */
export function findPayloadModel(payload: unknown, { registries }: Project): Model {
  let unknown: unknown;
  for (const registry of registries) {
    try {
      const model = isPlainObject(payload) ? findTagged(payload, registry) : undefined;
      if (model !== undefined) return model;
    } catch (error) {
      if (!isBacklevelError(error, 'BACKLEVEL_UNKNOWN_OBJECT')) throw error;
      unknown ??= error;
    }
  }
  if (unknown !== undefined) throw unknown;
  throw new UsageError(
    'the payload has no envelope that one of the classes knows',
    'say which object it is with --object, as in --object Stack',
  );
}
