/** What a test is given: AVA's `t`, whose tests must assert something; other runners hand over what they like. */
interface TestContext {
  readonly pass?: () => unknown;
}

/** The `test` of AVA, node:test, vitest, Jest and their like: a title and what may throw. */
export type TestFunction = (title: string, run: (...context: unknown[]) => Promise<void>) => unknown;

/** Declares a test that passes where `run` does not throw. */
export function declareTest(test: TestFunction, title: string, run: () => void | Promise<void>): void {
  // A rest parameter, since Jest and mocha take a function with a named one for a function that calls back.
  test(title, async (...[context]) => {
    await run();
    (context as TestContext | undefined)?.pass?.();
  });
}
