import { InterruptedError } from './cli-errors.js';

/**
 * Does a work that imports the modules of a project. What one of them does to end the process early makes the work fail: an exit
 * code of 0 must never say that a check was done which was not.
 *
 * @throws InterruptedError, and what the work throws
 */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  const exit = process.exit.bind(process);
  let fail: (error: Error) => void = () => {};
  const interrupted = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  const onThrown = (cause: unknown): void => {
    const said = cause instanceof Error ? cause.message : String(cause);
    fail(new InterruptedError(`something that a module started threw: ${said}`, { cause }));
  };
  const onIdle = (): void =>
    fail(new InterruptedError('a module waits for what never comes, as in a top-level await'));
  process.exit = (code) => {
    throw new InterruptedError(`process.exit(${code ?? ''}) was called`);
  };
  process.on('uncaughtException', onThrown).on('beforeExit', onIdle);
  try {
    return await Promise.race([work(), interrupted]);
  } finally {
    process.exit = exit;
    process.off('uncaughtException', onThrown).off('beforeExit', onIdle);
  }
}
