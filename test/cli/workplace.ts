import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this project, seen from build/. */
const project = fileURLToPath(new URL('../../../', import.meta.url));
const main = join(project, 'build', 'dist', 'cli', 'main.js');

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A project in a folder of its own, where `backlevel` is installed as a link to this one. */
export class Workplace {
  readonly folder = mkdtempSync(join(tmpdir(), 'backlevel-cli-'));

  constructor(files: Readonly<Record<string, string>> = {}, packages: readonly string[] = []) {
    mkdirSync(join(this.folder, 'node_modules'));
    symlinkSync(project, join(this.folder, 'node_modules', 'backlevel'));
    for (const name of packages)
      symlinkSync(join(project, 'node_modules', name), join(this.folder, 'node_modules', name));
    this.write({ 'package.json': '{ "type": "module" }', ...files });
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      const path = join(this.folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  /** Runs the command as a user would: the built main.js, in a process of its own. */
  run(
    args: readonly string[],
    {
      input = '',
      env = {},
    }: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
  ): Promise<Ran> {
    return new Promise((resolve) => {
      const options = { cwd: this.folder, env: { ...process.env, ...env } };
      const child = execFile(process.execPath, [main, ...args], options, (error, stdout, stderr) => {
        const { code = 0 } = (error ?? {}) as { readonly code?: number };
        resolve({ code, stdout, stderr });
      });
      child.stdin?.end(input);
    });
  }

  /** The answer to a command under `--json`. */
  async json(
    args: readonly string[],
    input = '',
  ): Promise<Record<string, unknown> & { readonly code: number }> {
    const { code, stdout } = await this.run([...args, '--json'], { input });
    return { ...(JSON.parse(stdout) as Record<string, unknown>), code };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
