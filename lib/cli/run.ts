import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { isBacklevelError } from '../errors/backlevel-error.js';
import type { Answer, Command } from './command.js';
import { commands } from './commands.js';
import { guarded } from './guarded.js';
import { annotationLine } from './output/github.js';
import { paintFor } from './output/paint.js';
import { ProgressLine, type Terminal } from './output/progress-line.js';
import { NothingToRun, type Parsed, parseCommandLine } from './program.js';

/** What a run may use of the process. */
export interface Streams {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Terminal;
  readonly stderr: Terminal;
  readonly readInput: () => Promise<string>;
}

/** The format of what `--json` writes. */
const JSON_FORMAT = 1;

/** Runs a command line. Answers the exit code: 0 fine, 1 findings or failures, 2 could not run. */
export async function run(argv: readonly string[], streams: Streams): Promise<number> {
  const parsed = parse(argv, streams);
  if (typeof parsed === 'number') return parsed;
  const progress = new ProgressLine(streams.stderr);
  try {
    const context = {
      cwd: streams.cwd,
      configFile: parsed.config,
      paint: paintFor(streams.stdout, streams.env),
      readInput: streams.readInput,
      progress: (text: string) => progress.show(text),
    };
    const answer = await guarded(() => parsed.command.run(parsed.args as never, context));
    progress.clear();
    streams.stdout.write(written(answer, parsed));
    return answer.ok ? 0 : 1;
  } catch (error) {
    progress.clear();
    writeError(error, parsed, streams);
    return 2;
  }
}

function parse(argv: readonly string[], { stdout, stderr }: Streams): Parsed | number {
  try {
    return parseCommandLine(argv, commands as readonly Command[], packageVersion());
  } catch (error) {
    if (!(error instanceof NothingToRun)) throw error;
    if (argv.includes('--json') && !error.asked) {
      const message = error.text.split('\n', 1)[0] ?? '';
      stdout.write(jsonText({ command: argv[0], ok: false, error: { code: 'BACKLEVEL_USAGE', message } }));
    }
    (error.asked ? stdout : stderr).write(error.text);
    return error.asked ? 0 : 2;
  }
}

function written({ ok, text, json, annotations = [] }: Answer, { command, format }: Parsed): string {
  if (format === 'json') return jsonText({ command: command.name, ok, ...json });
  const lines = format === 'github' ? annotations.map((annotation) => `${annotationLine(annotation)}\n`) : [];
  return `${lines.join('')}${text}${text === '' || text.endsWith('\n') ? '' : '\n'}`;
}

function jsonText(value: object): string {
  return `${JSON.stringify({ format: JSON_FORMAT, ...value }, undefined, 2)}\n`;
}

function writeError(error: unknown, { command, format, debug }: Parsed, { stdout, stderr }: Streams): void {
  const { code, message } = sayable(error);
  if (format === 'json')
    stdout.write(jsonText({ command: command.name, ok: false, error: { code, message } }));
  if (format === 'github') stdout.write(`${annotationLine({ level: 'error', title: code, message })}\n`);
  stderr.write(`backlevel ${command.name}: ${message}\n`);
  if (debug) stderr.write(`${inspect(error)}\n`);
}

function sayable(error: unknown): { readonly code: string; readonly message: string } {
  const said = error instanceof Error ? error.message : String(error);
  if (isBacklevelError(error)) return { code: error.code, message: said };
  if (isFileError(error))
    return { code: 'BACKLEVEL_FILE', message: `${said}; look at what is there, and who may write it` };
  const message = `this should not have happened: ${said}; run it with --debug, and report what it says`;
  return { code: 'BACKLEVEL_UNEXPECTED', message };
}

/** Whether the operating system refused something, as a folder that cannot be made. */
function isFileError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && 'path' in error;
}

function packageVersion(): string {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
