import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as backlevel from '../../lib/index.js';
import { type Answer, answerTo } from './answer.js';
import { type Fixture, fixtures } from './table.js';

// Run as: node child.js file..., with the workshop as the working folder. Prints { [file]: Answer }.
const require = createRequire(path.join(process.cwd(), 'package.json'));
const files = process.argv.slice(2);
const imported = (await import(pathToFileURL(require.resolve('backlevel')).href)) as typeof backlevel;
const required = require('backlevel') as typeof backlevel;

// Node has one library for both; tsx makes another of what is required, so only compiled files are held to it.
if (files.every((file) => file.endsWith('.js')) && required !== imported)
  throw new Error('require() gives another library than import');

const answers: Record<string, Answer> = {};
for (const file of files) {
  const fixture = fixtures.find((each) => each === path.parse(file).name) as Fixture;
  const full = path.resolve(file);
  const isCommonJs = path.dirname(file).endsWith('cjs');
  const load = (): unknown => (isCommonJs ? require(full) : import(pathToFileURL(full).href));
  answers[file] = await answerTo(fixture, isCommonJs ? required : imported, load);
}
process.stdout.write(JSON.stringify(answers));
