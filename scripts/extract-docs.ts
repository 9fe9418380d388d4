import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compileDocs } from './docs/compile-docs.js';
import type { Fault } from './docs/fault.js';
import { type Chain, readPage } from './docs/read-page.js';
import { writeChain } from './docs/write-chain.js';

const folder = path.join('build', 'docs');

/** Makes a module and an AVA test in build/docs of every chain of `ts` blocks in the pages; gives what is wrong. */
function extractDocs(): string[] {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const faults: Fault[] = [];
  const pages = new Map<string, string>();
  for (const page of findPages()) {
    const markdown = readFileSync(page, 'utf8').replaceAll('\r\n', '\n');
    for (const [index, chain] of readPage(page, markdown, faults).entries()) {
      const module = `${page.replace(/\.md$/, '').replaceAll('/', '-')}-${index + 1}`;
      pages.set(module, page);
      writeFileSync(path.join(folder, `${module}.ts`), writeChain(chain, faults));
      writeFileSync(path.join(folder, `${module}.test.js`), writeTest(chain, module, index + 1));
    }
  }
  if (faults.length > 0) return faults;
  return pages.size > 0 ? compileDocs(folder, pages) : [];
}

function findPages(): string[] {
  const docs = existsSync('docs') ? readdirSync('docs').toSorted() : [];
  const pages = ['README.md', ...docs.filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];
  return pages.filter((page) => existsSync(page));
}

function writeTest({ page, heading }: Chain, module: string, number: number): string {
  return [
    `import test from 'ava';`,
    `import { runChain } from '../scripts/docs/run-chain.js';`,
    `const module = new URL('./${module}.js', import.meta.url);`,
    `test(${JSON.stringify(`${page} › ${heading} (${number})`)}, (t) => runChain(t, ${JSON.stringify(page)}, module));`,
    '',
  ].join('\n');
}

const faults = extractDocs();
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
