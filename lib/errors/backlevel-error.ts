/**
 * The base of every error that backlevel throws on purpose.
 *
 * `code` is stable and is what callers compare: two copies of the package in one tree have two of each class,
 * but only one set of codes.
 */
export abstract class BacklevelError extends Error {
  abstract readonly code: `BACKLEVEL_${string}`;
}

/** Whether `error` was thrown by backlevel, by this copy or by another one; with `code`, whether it is that error. */
export function isBacklevelError(error: unknown, code?: string): error is BacklevelError {
  if (!(error instanceof Error)) return false;
  const found = (error as { code?: unknown }).code;
  return (
    typeof found === 'string' && found.startsWith('BACKLEVEL_') && (code === undefined || found === code)
  );
}
