import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import anyTest, { type TestFn } from 'ava';
import { type Browser, chromium, type Page } from 'playwright-core';
import { renderReport } from '../../../lib/compat/report/render-report.js';
import { sampleReport } from './sample-report.js';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const test = anyTest as TestFn<{ readonly browser: Browser; readonly folder: string }>;
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

if (existsSync(CHROMIUM) || process.env['CI'] === 'true') {
  test.before(async (t) => {
    const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'];
    const browser = await chromium.launch({ executablePath: CHROMIUM, args });
    const folder = mkdtempSync(join(tmpdir(), 'backlevel-report-'));
    writeFileSync(join(folder, 'index.html'), renderReport(sampleReport));
    t.context = { browser, folder };
  });

  test.after.always(async (t) => {
    await t.context.browser.close();
    rmSync(t.context.folder, { recursive: true });
  });

  test('report: is read from a file, without any request and without an error', async (t) => {
    const page = await t.context.browser.newPage();
    const requests: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => errors.push(message.text()));
    await open(page, t.context.folder);
    t.deepEqual(requests, [addressOf(t.context.folder)]);
    t.deepEqual(errors, []);
    t.is(await page.title(), sampleReport.title);
    await page.close();
  });

  test('report: a cell opens and closes with the keyboard, and the focus comes back', async (t) => {
    const page = await t.context.browser.newPage();
    await open(page, t.context.folder);
    const cell = page.getByRole('button', { name: 'shop.Server 1.2 written for 1.0: lossy' });
    await cell.focus();
    await page.keyboard.press('Enter');
    const example = page.getByRole('dialog', { name: /shop\.Server 1\.2 for a reader of 1\.0/ });
    t.true(await example.isVisible());
    t.regex((await example.textContent()) ?? '', /Lost: \/tags\/1 \(dropped, declared\)/);
    await page.keyboard.press('Escape');
    t.false(await example.isVisible());
    t.true(await cell.evaluate((element) => element.ownerDocument.activeElement === element));
    await page.close();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`report: nothing stands in the way of a screen reader, ${colorScheme}`, async (t) => {
      const page = await t.context.browser.newPage({ colorScheme, bypassCSP: true });
      await open(page, t.context.folder);
      t.deepEqual(await violations(page), []);
      await page.getByRole('button', { name: /refused/ }).click();
      t.deepEqual(await violations(page), []);
      await page.close();
    });
  }
} else {
  test.skip('report: is looked at in Chromium', (t) => t.fail()); // it is not installed here: set CHROMIUM to its path
}

function addressOf(folder: string): string {
  return pathToFileURL(join(folder, 'index.html')).href;
}

async function open(page: Page, folder: string): Promise<void> {
  await page.goto(addressOf(folder));
}

interface Axe {
  readonly axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
}

/** What axe finds wrong with the page as it is shown now. */
async function violations(page: Page): Promise<unknown[]> {
  await page.addScriptTag({ path: axe });
  const found = await page.evaluate(() => (globalThis as unknown as Axe).axe.run());
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
