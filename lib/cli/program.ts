import { Command as Parser, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Argument, Command } from './command.js';

/** What was typed: the command, and what it was given. */
export interface Parsed {
  readonly command: Command;
  readonly args: Readonly<Record<string, unknown>>;
  readonly config: string | undefined;
  readonly format: 'text' | 'json' | 'github';
  readonly debug: boolean;
}

/** Thrown where there is nothing to run: help was asked for, or what was typed is wrong. `text` says it. */
export class NothingToRun extends Error {
  constructor(
    readonly asked: boolean,
    readonly text: string,
  ) {
    super(text);
  }
}

/** Reads a command line. @throws NothingToRun */
export function parseCommandLine(
  argv: readonly string[],
  commands: readonly Command[],
  version: string,
): Parsed {
  let said = '';
  let parsed: Parsed | undefined;
  const collect = (text: string): void => void (said += text);
  const program = new Parser('backlevel')
    .description('Versioned classes: what changed, who can still read it, and the proof.')
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: collect,
      writeErr: collect,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .showHelpAfterError('run backlevel --help to see the commands')
    .addHelpText('after', '\nExit codes: 0 fine, 1 findings or failures, 2 could not run. See docs/cli.md.');
  for (const command of commands) {
    const parser = program.command(command.name).description(command.summary);
    parser.showHelpAfterError(`run backlevel ${command.name} --help to see what it takes`);
    for (const [name, argument] of Object.entries(command.args)) addArgument(parser, name, argument);
    parser
      .option('--config <file>', 'the configuration, where it is not in this folder or one above')
      .option('--json', 'answer in JSON')
      .option('--debug', 'show where an error comes from');
    if (command.annotates === true)
      parser.addOption(new Option('--format <format>', 'how to answer').choices(['text', 'json', 'github']));
    parser.action(() => {
      parsed = parsedOf(command, parser);
    });
  }
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    throw new NothingToRun(error.exitCode === 0, said);
  }
  return parsed as unknown as Parsed;
}

function addArgument(parser: Parser, name: string, argument: Argument): void {
  const { kind, summary } = argument;
  const long = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  if (kind === 'positional') {
    parser.argument(argument.required === true ? `<${name}>` : `[${name}]`, summary);
  } else if (kind === 'flag') {
    parser.option(long, summary);
  } else {
    const option = new Option(`${long} <${argument.value}>`, summary);
    if (kind === 'integer') option.argParser(parseInteger);
    if (kind === 'text' && argument.choices !== undefined) option.choices(argument.choices);
    parser.addOption(option.makeOptionMandatory(kind === 'text' && argument.required === true));
  }
}

function parseInteger(text: string): number {
  const value = Number(text);
  if (/^-?\d+$/.test(text) && Number.isSafeInteger(value)) return value;
  throw new InvalidArgumentError('It is no whole number.');
}

function parsedOf(command: Command, parser: Parser): Parsed {
  const options = parser.opts<Record<string, unknown>>();
  const positional = Object.entries(command.args).filter(([, { kind }]) => kind === 'positional');
  const args: Record<string, unknown> = {};
  for (const [name, { kind }] of Object.entries(command.args))
    args[name] = kind === 'flag' ? options[name] === true : options[name];
  for (const [index, [name]] of positional.entries()) args[name] = parser.args[index];
  const format = options['json'] === true ? 'json' : ((options['format'] as Parsed['format']) ?? 'text');
  const config = options['config'] as string | undefined;
  return { command, args, config, format, debug: options['debug'] === true };
}
