import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Request } from '../child.js';

const CHILD = fileURLToPath(new URL('../child.js', import.meta.url));

/** What a process of its own measures. @throws Error where it fails; its standard error is shown */
export function ask<T>(node: string, request: Request): T {
  const answer = run(node, ['--expose-gc', CHILD, JSON.stringify(request)]);
  return JSON.parse(answer) as T;
}

/** The microseconds of CPU that a start-up program of `studies/start-up/` took. */
export function askStartUp(node: string, program: string): number {
  return Number(run(node, [fileURLToPath(new URL(`../studies/start-up/${program}.js`, import.meta.url))]));
}

/** What a Node says of itself, as in `process.version`. */
export function askVersions(node: string): { readonly node: string; readonly v8: string } {
  return JSON.parse(run(node, ['-p', 'JSON.stringify(process.versions)'])) as { node: string; v8: string };
}

function run(node: string, args: readonly string[]): string {
  return execFileSync(node, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
