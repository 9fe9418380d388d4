/** The error of this class that the call throws. */
export function thrownBy<T extends Error>(
  expected: abstract new (...args: never[]) => T,
  call: () => unknown,
): T {
  try {
    call();
  } catch (error) {
    if (error instanceof expected) return error;
    throw error;
  }
  throw new Error(`nothing was thrown where ${expected.name} should be`);
}
