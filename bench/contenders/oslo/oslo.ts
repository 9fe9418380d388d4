import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Effort } from '../../measure/compare.js';
import type { TaskResults } from '../../run-contender.js';
import { makeWorkload, type Samples } from '../../workload/workload.js';
import type { Contender } from '../contender.js';

/** What the table says of oslo.versionedobjects, which runs in Python, against Python's json. */
export const oslo: Omit<Contender, 'prepare' | 'packages'> = {
  wire: 'nested',
  checksReading: 'types, enums, ip and mac; takes any uuid, missing and unknown fields',
  checksWriting: 'nothing: values are checked when they are assigned',
  versions: 'each object has its own, down only',
  byHand: 'the way down, the way up; what it refuses has no path',
};

const SCRIPT = fileURLToPath(new URL('../../../contenders/oslo/oslo.py', import.meta.url));

/** The Python that has the library and its version, where there is one. */
export function findPython(): { readonly python: string; readonly version: string } | undefined {
  const ask =
    "import importlib.metadata as m, oslo_versionedobjects; print(m.version('oslo.versionedobjects'))";
  for (const python of ['/usr/bin/python3', 'python3']) {
    const { status, stdout } = spawnSync(python, ['-c', ask], { encoding: 'utf8' });
    if (status === 0) return { python, version: stdout.trim() };
  }
  return undefined;
}

/** @throws Error with what Python says, where an answer is wrong */
export function runOslo(python: string, effort: Effort): TaskResults {
  const { servers, agents, bad } = makeWorkload();
  const input = JSON.stringify({ effort, servers: texts(servers), agents: texts(agents), bad });
  const { status, stdout, stderr, error } = spawnSync(python, [SCRIPT], {
    // The library writes whole seconds.
    input: input.replaceAll(/\.\d{3}Z/g, 'Z'),
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`oslo.versionedobjects: ${stderr}`, { cause: error });
  return JSON.parse(stdout) as TaskResults;
}

function texts({ texts: current, oldTexts }: Samples<unknown>): object {
  return { texts: current, oldTexts };
}
