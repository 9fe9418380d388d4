import { inspect } from 'node:util';
import type { ExecutionContext } from 'ava';
import { ClaimError } from './claims.js';

/** Runs the module of a chain, and fails with the page and the line of whatever it throws. */
export async function runChain(t: ExecutionContext, page: string, module: URL): Promise<void> {
  try {
    await import(module.href);
    t.pass();
  } catch (error) {
    if (error instanceof ClaimError) return t.fail(error.message);
    const line = error instanceof Error ? lineIn(error.stack ?? '', module) : undefined;
    t.fail(`${line === undefined ? page : `${page}:${line}`}: ${inspect(error)}`);
  }
}

/** The line in the module's source that the stack passes first; lines of the source are lines of the page. */
function lineIn(stack: string, module: URL): string | undefined {
  const file = module.pathname.replace(/^.*\/|\.js$/g, '');
  return stack
    .split('\n')
    .find((frame) => frame.includes(`/${file}.ts:`))
    ?.split(`/${file}.ts:`)[1]
    ?.split(':')[0];
}
