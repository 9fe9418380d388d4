import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseText } from '../../codec/engine/parse-text.js';
import { defaultLimits } from '../../field/limits.js';
import { UsageError } from '../cli-errors.js';
import { type Answer, defineCommand } from '../command.js';
import { configIn } from '../config/find-config.js';
import type { Context } from '../context.js';
import { exampleModule } from '../init/example-module.js';
import { endingFor } from '../init/module-ending.js';
import { sourceFrom } from '../init/source-from.js';
import { readPayload } from '../read-payload.js';
import { replaceFile } from '../../compat/replace-file.js';

/** `backlevel init`: a configuration and a first class, an example or one for a payload. Nothing that is there is overwritten. */
export const init = defineCommand({
  name: 'init',
  summary: 'write a configuration and a first class, from a payload with --from',
  args: {
    from: { kind: 'text', value: 'payload', summary: 'a file, or - for stdin, to make the first class from' },
    name: {
      kind: 'text',
      value: 'name',
      summary: 'the name of that class, where the payload does not say it',
    },
    language: {
      kind: 'text',
      value: 'language',
      summary: 'of the class; ts where something here loads TypeScript',
      choices: ['ts', 'js'],
    },
    print: { kind: 'flag', summary: 'print the class of --from, and write nothing' },
  },
  run: async ({ from, name, language, print }, context) => {
    const { cwd } = context;
    const ending = endingFor(cwd, language);
    const config = configIn(cwd);
    if (from === undefined) {
      if (config !== undefined)
        throw new UsageError(`${config} is there`, 'add classes to the modules that it names');
      if (print || name !== undefined)
        throw new UsageError('--name and --print are for --from', 'give a payload with --from');
      return write({ path: `src/models.${ending}`, text: exampleModule(ending) }, undefined, context);
    }
    const payload = parseText(await readPayload(from, context), {
      exact: true,
      python: false,
      limits: defaultLimits,
    });
    const made = sourceFrom(payload, name, ending.endsWith('ts'));
    const path = `src/${made.file}.${ending}`;
    if (print) return { ok: true, text: made.text, json: { source: made.text, classes: made.classes } };
    if (existsSync(join(cwd, path)))
      throw new UsageError(`${path} is there`, 'move it away, or print the class with --print');
    return write({ path, text: made.text }, config, context);
  },
});

/** A class that is there already is kept; the configuration then names it. */
function write(
  module: { readonly path: string; readonly text: string },
  config: string | undefined,
  { cwd }: Context,
): Answer {
  const kept = existsSync(join(cwd, module.path));
  const files: string[] = [];
  if (!kept) {
    replaceFile(join(cwd, module.path), module.text);
    files.push(module.path);
  }
  if (config === undefined) {
    const path = 'backlevel.config.json';
    replaceFile(
      join(cwd, path),
      `${JSON.stringify({ modules: [module.path], history: 'history' }, undefined, 2)}\n`,
    );
    files.push(path);
  }
  const lines = [
    ...(kept ? [`kept ${module.path}`] : []),
    ...files.map((file) => `wrote ${file}`),
    ...(config === undefined ? [] : [`add '${module.path}' to the modules in ${relative(cwd, config)}`]),
    '',
    'next: backlevel snapshot, commit history/, and backlevel release NAME when you ship',
  ];
  return { ok: true, text: lines.join('\n'), json: { files, kept: kept ? [module.path] : [] } };
}
