import process from 'node:process';
import { createInterface } from 'node:readline';

/*
 * Reads TAP from standard input and repeats what is worth reading: failures with their diagnostics, and whatever is
 * no TAP. Ends with `N passed, N failed`, and exits with 1 if a test failed or none ran.
 */
const counts = { passed: 0, failed: 0, skipped: 0 };
let quiet = false;

for await (const line of createInterface({ input: process.stdin })) {
  const result = /^(not )?ok\b/.exec(line);
  if (result) {
    const outcome = /# (skip|todo)\b/i.test(line) ? 'skipped' : result[1] ? 'failed' : 'passed';
    counts[outcome] += 1;
    quiet = outcome !== 'failed';
  } else if (/^(TAP version \d|\d+\.\.\d+|# )/.test(line)) {
    quiet = true;
  } else if (/^\S/.test(line)) {
    quiet = false;
  }
  if (!quiet) console.log(line);
}

const { passed, failed, skipped } = counts;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
