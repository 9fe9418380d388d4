import { BacklevelError } from '../../errors/backlevel-error.js';

/** Thrown when a proof speaks of a rule that this copy of backlevel does not have. */
export class UnknownRuleError extends BacklevelError {
  override readonly name = 'UnknownRuleError';
  readonly code = 'BACKLEVEL_UNKNOWN_RULE';

  constructor(readonly rule: string) {
    super(
      `no rule is called ${JSON.stringify(rule)}: the proof was made by another version of backlevel; make it anew`,
    );
  }
}
