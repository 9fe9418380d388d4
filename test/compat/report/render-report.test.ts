import test from 'ava';
import { renderReport } from '../../../lib/compat/report/render-report.js';
import { sampleReport } from './sample-report.js';

const page = renderReport(sampleReport);

test('renderReport(): the same data give the same page', (t) => {
  t.is(renderReport(structuredClone(sampleReport)), page);
});

test('renderReport(): text from payloads and models is never markup', (t) => {
  t.notRegex(page, /<script/i);
  t.notRegex(page, /<b>services/);
  t.true(page.includes('&lt;script&gt;alert(\\&quot;&amp; so on\\&quot;)&lt;/script&gt;'));
  t.true(page.includes('limits &lt;changed&gt;'));
});

test('renderReport(): nothing is loaded from anywhere', (t) => {
  t.notRegex(page, /\b(?:src|href)="(?!#)/);
  t.notRegex(page, /url\(|@import/);
});

test('renderReport(): every cell opens an example that is there', (t) => {
  const targets = [...page.matchAll(/popovertarget="([^"]+)"/g)].map((match) => match[1]);
  const examples = [...page.matchAll(/popover id="([^"]+)"/g)].map((match) => match[1]);
  t.is(examples.length, 3);
  t.deepEqual(new Set(targets), new Set(examples));
});

test('renderReport(): what the other side does not have is marked, on both sides', (t) => {
  const marked = [...page.matchAll(/<mark>([^<]*)<\/mark>/g)].map((match) => match[1]);
  for (const text of [
    '&quot;1.2&quot;',
    '&quot;1.0&quot;',
    '&quot;name&quot;',
    '&quot;title&quot;',
    '&quot;b&quot;',
  ])
    t.true(marked.includes(text), text);
  t.false(marked.includes('&quot;a&quot;'));
});
