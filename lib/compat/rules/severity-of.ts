import type { Coverage, Severity } from '../finding.js';
import type { Profile } from './rule.js';

/**
 * How bad a finding is. What the history bridges without loss is a note; a declared loss, and what nobody proved, is a warning at most.
 * Under `strict` what nobody proved is as bad as what nothing bridges.
 */
export function severityOf(severity: Severity, coverage: Coverage | undefined, profile: Profile): Severity {
  switch (coverage) {
    case 'lossless':
      return 'info';
    case 'declared-loss':
      return atMostWarn(severity);
    case 'unproved':
      return profile === 'strict' ? severity : atMostWarn(severity);
    case 'uncovered':
    case undefined:
      return severity;
  }
}

function atMostWarn(severity: Severity): Severity {
  return severity === 'error' ? 'warn' : severity;
}
