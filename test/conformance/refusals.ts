import { isBacklevelError } from '../../lib/index.js';
import type { OracleBackport, OracleError, OracleInstance, OracleVectors } from './oracle.js';
import type { Outcome } from './outcome.js';

/** How one comparison came out, and for a failure, why. */
export type Verdict = Pick<Outcome, 'result' | 'cause' | 'listFaults'> & { readonly why?: string };

export const MATCHED: Verdict = { result: 'matched' };

/** What Python raises where a hook did not expect a field to be unset or null. */
const CRASHES = new Set(['KeyError', 'TypeError', 'AttributeError']);

/** Python wrote it, and we refuse. */
export function refusedHere(
  error: Error,
  variant: string,
  expected: OracleBackport,
  recorded: OracleInstance,
  vectors: OracleVectors,
): Verdict {
  if (isBacklevelError(error, 'BACKLEVEL_CHILD_VERSION_UNKNOWN')) {
    if (variant !== 'plain') return { result: 'deviation', cause: 'child-missing-from-manifest' };
    return {
      result: 'deviation',
      cause: stampsChildren(expected.primitive) ? 'child-stamped-1.0' : 'child-left-new',
    };
  }
  if (isBacklevelError(error, 'BACKLEVEL_VALUE_TOO_NEW') && refusedElsewhere(error, recorded, vectors)) {
    return { result: 'deviation', cause: 'ladder-order' };
  }
  return { result: 'failed', why: error.message };
}

/** Whether Python refuses the same value of the same class in another recording: there its ladder still finds what it asks for. */
function refusedElsewhere(error: Error, recorded: OracleInstance, { instances }: OracleVectors): boolean {
  const { field = '' } = error as { readonly field?: string };
  const value = JSON.stringify(dataOf(recorded)[field]).replaceAll('"', '');
  return instances.some(({ backports }) =>
    backports.some((backport) => backport.error?.message.includes(value)),
  );
}

function dataOf({ current }: OracleInstance): Readonly<Record<string, unknown>> {
  const data = Object.entries(current.primitive).find(([key]) => key.endsWith('.data'))?.[1];
  return data as Readonly<Record<string, unknown>>;
}

function stampsChildren(primitive: unknown): boolean {
  return /_object\.version":"1\.0"/.test(
    JSON.stringify(primitive).replace(/_object\.version":"[^"]*"}$/, ''),
  );
}

/** Python raised, and we write. */
export function writtenHere({ class: name, message }: OracleError): Verdict {
  if (message.includes('No rule for')) return { result: 'deviation', cause: 'no-rule' };
  if (CRASHES.has(name)) return { result: 'deviation', cause: 'hook-crash-on-unset' };
  return { result: 'failed', why: `Python raised ${name}: ${message}` };
}

/** Both refuse: it matches where both name the same value, the same field, or the same version. */
export function bothRefuse(error: Error, python: OracleError, recorded: OracleInstance): Verdict {
  if (isBacklevelError(error, 'BACKLEVEL_CHILD_VERSION_UNKNOWN') && python.message.includes('No rule for'))
    return MATCHED;
  if (isBacklevelError(error, 'BACKLEVEL_UNSUPPORTED_TARGET') && python.class === 'IncompatibleObjectVersion')
    return MATCHED;
  if (CRASHES.has(python.class)) return { result: 'deviation', cause: 'hook-crash-on-unset' };
  const facts = error as { readonly field?: string; readonly target?: string; readonly object?: string };
  const value = facts.field === undefined ? undefined : dataOf(recorded)[facts.field];
  const named = [
    facts.field,
    facts.target,
    value === null ? "'None'" : value === undefined ? "''" : JSON.stringify(value).replaceAll('"', ''),
  ];
  if (named.some((fact) => fact !== undefined && python.message.includes(fact))) return MATCHED;
  return { result: 'failed', why: `Python raised ${python.class}: ${python.message}; here ${error.message}` };
}
