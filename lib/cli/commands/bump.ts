import { readFileSync, realpathSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { Version } from '../../version/version.js';
import { UsageError } from '../cli-errors.js';
import { defineCommand } from '../command.js';
import { findConfigIn } from '../config/find-config.js';
import type { Context } from '../context.js';
import { type Declaration, declarationsIn, findDeclarations } from '../source/find-declarations.js';
import { replaceFile } from '../../compat/replace-file.js';

/** `backlevel bump Stack`: the next version of an object, written into its source. It loads nothing: the source may be half done. */
export const bump = defineCommand({
  name: 'bump',
  summary: "write the next version of an object into its class's source",
  args: {
    object: { kind: 'positional', summary: 'its name on the wire', required: true },
    major: { kind: 'flag', summary: 'for a change that cannot be bridged: 1.4 → 2.0' },
    patch: { kind: 'flag', summary: 'for one that only adds: 1.4 → 1.4.1' },
    file: {
      kind: 'text',
      value: 'file',
      summary: 'the file that declares it, where more than one could be meant',
    },
  },
  run: async ({ object, major, patch, file }, context) => {
    if (major && patch) throw new UsageError('--major and --patch are both given', 'choose one');
    const found = findOne(object, file, context);
    const from = Version.parse(found.version);
    const to = major ? `${from.major + 1}.0` : patch ? nextPatch(from) : `${from.major}.${from.minor + 1}`;
    Version.parse(to);
    const text = readFileSync(found.file, 'utf8');
    const edited = text.slice(0, found.index) + to + text.slice(found.index + found.version.length);
    // A link stays one: what it leads to is edited.
    replaceFile(realpathSync(found.file), edited);
    const path = relative(context.cwd, found.file);
    return {
      ok: true,
      text: `${path}:${found.line}: ${object} ${from} → ${to}`,
      json: { object, file: path, line: found.line, from: from.text, to },
    };
  },
});

function nextPatch({ major, minor, patch }: Version): string {
  return `${major}.${minor}.${patch + 1}`;
}

function findOne(object: string, file: string | undefined, { cwd, configFile }: Context): Declaration {
  const config = configFile === undefined ? findConfigIn(cwd) : resolve(cwd, configFile);
  const folder = config === undefined ? cwd : dirname(config);
  const found = file === undefined ? findDeclarations(folder, object) : inFile(resolve(cwd, file), object);
  const [one, other] = found;
  if (one !== undefined && other === undefined) return one;
  const where = file ?? folder;
  if (one === undefined) {
    throw new UsageError(
      `no source in ${where} says @versioned('${object}', '…') or defineObject('${object}', '…')`,
      'the name and the version must stand there as texts; change the version by hand, or name the file with --file',
    );
  }
  const places = found.map(({ file: path, line }) => `${relative(cwd, path)}:${line}`).join(', ');
  throw new UsageError(
    `${object} is declared ${found.length} times: ${places}`,
    file === undefined ? 'name the file that is meant with --file' : 'change the version by hand',
  );
}

function inFile(path: string, object: string): readonly Declaration[] {
  try {
    return declarationsIn(path, readFileSync(path, 'utf8'), object);
  } catch (cause) {
    throw new UsageError(`${path} cannot be read: ${(cause as Error).message}`, 'name a source file', {
      cause,
    });
  }
}
