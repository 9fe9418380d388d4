import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { nodeBinary } from './command/node-binary.js';
import { readOptions, USAGE } from './command/options.js';
import { measureAll } from './measure-all.js';
import { picture } from './report/picture.js';
import { report } from './report/report.js';
import { majorOf, type Results } from './results.js';

const FOLDER = new URL('../results/', import.meta.url);
const PICTURE = new URL('../results.svg', import.meta.url);

const options = readOptions(process.argv.slice(2));
if (options.help) process.stdout.write(USAGE);
else {
  const tell = (what: string): void => void process.stderr.write(`${what}\n`);
  const results = await measureAll({ ...options, node: nodeBinary(options.node), tell });
  process.stdout.write(`${report(results)}\n`);
  if (!options.quick && options.only.length === 0) store(results);
}

/** Keeps the results of a whole run, one file for each version of Node, and draws all of them. */
function store(results: Results): void {
  mkdirSync(FOLDER, { recursive: true });
  const name = `node-${majorOf(results)}`;
  writeFileSync(new URL(`${name}.json`, FOLDER), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(new URL(`${name}.md`, FOLDER), `${report(results)}\n`);
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
  const all = files.map((file) => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Results);
  writeFileSync(PICTURE, picture(all.toSorted((a, b) => majorOf(a) - majorOf(b))));
}
