import type { Finding } from './finding.js';

const FOR_WHOM = {
  'new-to-old': ', in what a new service writes for an old one',
  'old-to-new': ', in what an old service sends to a new one',
  none: '',
} as const;

/** A finding as people read it: the rule and the place, what is wrong and for whom, and what to type. */
export function describeFinding({
  rule,
  severity,
  object,
  versions,
  path,
  direction,
  message,
  cure,
  waived,
}: Finding): string {
  const place = `${object} ${versions.join(' → ')}${path === '' ? '' : ` ${path}`}`;
  const lines = [`${severity} ${rule}: ${place}${FOR_WHOM[direction]}`, `  ${message}`];
  if (cure !== '') lines.push(`  → ${cure}`);
  if (waived !== undefined) lines.push(`  waived: ${waived}`);
  return lines.join('\n');
}
