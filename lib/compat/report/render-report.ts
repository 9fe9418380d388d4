import { Markup, markup } from './markup.js';
import { matrixMarkup } from './matrix-markup.js';
import type { Outcome, ReportData, ReportObject } from './report-data.js';
import { style } from './style.js';

const OUTCOMES: readonly (readonly [Outcome, string])[] = [
  ['lossless', 'all of it arrives'],
  ['lossy', 'something is left behind, and the history says what'],
  ['refused', 'some payloads are held back, as the history says'],
  ['failed', 'something is wrong, and would be found out in production'],
];

/**
 * One HTML page that needs nothing else: no script, no network, nothing beside it. The same data give the same page.
 * Examples are shown by the browser's own popovers, which work with a keyboard and a screen reader.
 */
export function renderReport(data: ReportData): string {
  const { title, objects } = data;
  const key = OUTCOMES.map(
    ([outcome, meaning]) => markup`<span class="${outcome}">${outcome}</span>${meaning}<br>\n`,
  );
  const page = markup`<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${new Markup(style)}</style></head>
<body><main>
<h1>${title}</h1>
<p>${introduction(data)}</p>
<p class="key">${key}</p>
${overview(data)}
${objects.map((object, index) => section(object, `o${index}`))}</main></body></html>
`;
  return `<!doctype html>\n${page.text}`;
}

function introduction({ releases, window, seed, runs, objects }: ReportData): string {
  const together =
    window.length === 0
      ? 'Every version may meet every other.'
      : `These releases may run together: ${window.join(', ')}.`;
  const known = releases.length === 0 ? '' : ` Releases: ${releases.join(', ')}.`;
  return `${objects.length} objects. ${together}${known} ${runs} payloads were tried for each pair, with the seed ${seed}.`;
}

function overview({ objects, releases }: ReportData): Markup {
  const heads = ['object', 'now', ...releases, ...OUTCOMES.map(([outcome]) => outcome)];
  const rows = objects.map((object, index) => {
    const { versions } = object;
    const released = releases.map(
      (release) => versions.find((entry) => entry.releases.includes(release))?.version ?? '–',
    );
    return markup`<tr><th scope="row"><a href="#o${index}">${object.object}</a></th>${[
      versions.at(-1)?.version ?? '',
      ...released,
    ].map(
      (text) => markup`<td>${text}</td>`,
    )}${OUTCOMES.map(([outcome]) => countCell(object, outcome))}</tr>\n`;
  });
  return markup`<h2 id="overview">Objects and versions</h2>
<div class="wide"><table>
<caption>The version of each object in each release, and how its pairs come out.</caption>
<thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${rows}</tbody></table></div>`;
}

function countCell({ pairs }: ReportObject, outcome: Outcome): Markup {
  const count = pairs.filter((pair) => pair.outcome === outcome).length;
  return count === 0 ? markup`<td>0</td>` : markup`<td class="${outcome}">${count}</td>`;
}

function section(object: ReportObject, id: string): Markup {
  const { versions, findings } = object;
  const rows = versions.map(
    (entry, index) =>
      markup`<tr><th scope="row">${entry.version}</th><td>${entry.releases.join(', ')}</td><td>${changes(entry.changes, index)}</td></tr>\n`,
  );
  const found = findings.map((finding) => markup`<pre tabindex="0">${finding}</pre>`);
  return markup`<section aria-labelledby="${id}"><h2 id="${id}">${object.object}</h2>
<h3>What each version changed</h3>
<div class="wide"><table><thead><tr><th scope="col">version</th><th scope="col">releases</th><th scope="col">changes</th></tr></thead>
<tbody>
${rows}</tbody></table></div>
${found.length === 0 ? '' : markup`<h3>Findings</h3>${found}`}
<h3>Who reads what</h3>
${matrixMarkup(object, id)}</section>
`;
}

function changes(items: readonly string[], index: number): Markup {
  if (items.length === 0)
    return markup`${index === 0 ? 'the oldest that is supported' : 'nothing that was declared'}`;
  return items.length === 1
    ? markup`${items[0]}`
    : markup`<ul>${items.map((item) => markup`<li>${item}</li>`)}</ul>`;
}
