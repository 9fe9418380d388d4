import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { defineObject, field, Registry } from '../../../lib/index.js';
import {
  addRelease,
  emptyHistory,
  readHistory,
  takeSnapshot,
  writeHistory,
} from '../../../lib/compat/index.js';
import { refused } from '../../codec/refusal.js';

export const root = mkdtempSync(join(tmpdir(), 'backlevel-history-'));
test.after.always(() => rmSync(root, { recursive: true }));
let count = 0;
export const newFolder = (): string => join(root, String(count++));

/** Two objects and a release of them, as they are in memory. */
export const registry = new Registry({ namespace: 'shop' });
const Item = defineObject(
  'Item',
  '1.1',
  { sku: field.string(), count: field.integer({ since: '1.1', absent: 1 }) },
  { registry },
);
defineObject(
  'Order',
  '1.10',
  { item: field.object(Item), name: field.string({ renamed: [{ in: '1.10', from: 'title' }] }) },
  { registry, oldest: '1.8' },
);
export const { history } = await takeSnapshot(registry, emptyHistory('history'));
export const released = addRelease(addRelease(history, registry, '2026.1'), registry, '2026.2');

/** A folder with that history in it; what is in a file can be changed. */
export function written(file?: string, edit: (text: string) => string = String): string {
  const folder = newFolder();
  writeHistory(released, folder);
  if (file !== undefined) {
    const path = join(folder, file);
    const before = readFileSync(path, 'utf8');
    const after = edit(before);
    if (after === before) throw new Error(`the edit of ${file} changed nothing`);
    writeFileSync(path, after);
  }
  return folder;
}

/** What is in a folder, byte by byte. */
export function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** Reading is refused, and nothing is touched. */
export function refusesToRead(t: ExecutionContext, folder: string, code: string, ...says: string[]): void {
  const before = contents(folder);
  refused(t, () => readHistory(folder), { code, says });
  t.deepEqual(contents(folder), before);
}
