import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { project } from './sources.js';

/** Makes an empty folder in build/ where `import 'backlevel'` finds the package as it would be installed. */
export function makeWorkshop(name: string): string {
  const folder = path.join(project, 'build', 'compilers', name);
  const installed = path.join(folder, 'node_modules', 'backlevel');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(installed, { recursive: true });
  cpSync(path.join(project, 'package.json'), path.join(installed, 'package.json'));
  for (const part of ['dist', 'lib'])
    cpSync(path.join(project, 'build', part), path.join(installed, 'build', part), { recursive: true });
  return folder;
}

/** Makes a folder in a workshop, with the files in it; objects are written as JSON. */
export function fillFolder(folder: string, files: Readonly<Record<string, string | object>>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files))
    writeFileSync(path.join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
}
