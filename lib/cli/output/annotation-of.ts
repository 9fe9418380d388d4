import type { Finding } from '../../compat/finding.js';
import { describeFinding } from '../../compat/describe-finding.js';
import type { Annotation } from './github.js';

/** A finding beside the change that made it; nothing for notes, and for what is waived. */
export function annotationOf(finding: Finding): readonly Annotation[] {
  const { severity, rule, waived } = finding;
  if (severity === 'info' || waived !== undefined) return [];
  const level = severity === 'error' ? 'error' : 'warning';
  return [{ level, title: rule, message: describeFinding(finding) }];
}
