import type * as FastCheck from 'fast-check';
import { MissingPackageError } from '../errors/missing-package-error.js';

/** The fast-check that the project has installed: only those who prove or record need it. @throws MissingPackageError */
export async function loadFastCheck(purpose: string): Promise<typeof FastCheck> {
  try {
    return await import('fast-check');
  } catch (cause) {
    if ((cause as { code?: unknown }).code !== 'ERR_MODULE_NOT_FOUND') throw cause;
    throw new MissingPackageError('fast-check', purpose, { cause });
  }
}
