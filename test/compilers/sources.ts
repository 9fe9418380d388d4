import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Combination, Fixture } from './table.js';

const root = new URL('../../../', import.meta.url);

/** The folder of the project, seen from build/. */
export const project = fileURLToPath(root);

/** The text of a fixture. The twin is also part of these tests, where it imports the library by its path. */
export function sourceOf(fixture: Fixture, fields: Combination['fields'] = '!'): string {
  const folder = fixture === 'twin' ? 'test/compilers' : 'test/fixtures/compilers';
  const text = readFileSync(new URL(`${folder}/${fixture}.ts`, root), 'utf8');
  const source = text.replace("'../../lib/index.js'", "'backlevel'");
  return fields === '!' ? source : source.replaceAll(/\b(\w+)!:/g, 'declare $1:');
}
