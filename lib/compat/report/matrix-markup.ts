import { Version } from '../../version/version.js';
import { Markup, markup } from './markup.js';
import { payloadMarkup } from './payload-markup.js';
import type { ReportExample, ReportObject, ReportPair } from './report-data.js';

const NONE = new Markup('');

/** Which writer reads which reader, and how: a table whose cells open an example. `id` begins the names of its parts. */
export function matrixMarkup({ object, pairs }: ReportObject, id: string): Markup {
  if (pairs.length === 0)
    return markup`<p>It has one version in the window: nobody writes it for another.</p>`;
  const writers = [...new Set(pairs.map(({ writer }) => writer))].toSorted(byVersion);
  const readers = [...new Set(pairs.map(({ reader }) => reader))].toSorted(byVersion);
  const rows = writers.map((writer) => {
    const cells = readers.map((reader) => {
      const index = pairs.findIndex((pair) => pair.writer === writer && pair.reader === reader);
      const pair = pairs[index];
      return pair === undefined ? emptyCell(writer, reader) : cell(object, pair, `${id}-${index}`);
    });
    return markup`<tr><th scope="row">${writer}</th>${cells}</tr>\n`;
  });
  const heads = readers.map((reader) => markup`<th scope="col">${reader}</th>`);
  return markup`<div class="wide"><table class="matrix">
<caption>Written at the version of the row, read at that of the column. A cell opens an example.</caption>
<thead><tr><th scope="col">writer \\ reader</th>${heads}</tr></thead>
<tbody>
${rows}</tbody></table></div>
${pairs.map((pair, index) => exampleMarkup(object, pair, `${id}-${index}`))}`;
}

function byVersion(a: string, b: string): number {
  return Version.parse(a).compare(Version.parse(b));
}

function emptyCell(writer: string, reader: string): Markup {
  return markup`<td class="same">${writer === reader ? 'same' : '–'}</td>`;
}

function cell(object: string, { writer, reader, outcome, summary }: ReportPair, id: string): Markup {
  const label = `${object} ${writer} written for ${reader}: ${outcome}, ${summary}`;
  return markup`<td><button type="button" class="${outcome}" popovertarget="${id}" aria-label="${label}">${outcome}</button></td>`;
}

function exampleMarkup(object: string, pair: ReportPair, id: string): Markup {
  const { writer, reader, outcome, summary, examples } = pair;
  const shown =
    examples.length === 0
      ? markup`<p>No example was kept.</p>`
      : markup`${examples.map((example) => sides(example, writer, reader))}`;
  return markup`<div popover id="${id}" role="dialog" aria-labelledby="${id}-title"><header>
<h4 id="${id}-title">${object} ${writer} for a reader of ${reader}: <span class="${outcome}">${outcome}</span></h4>
<button type="button" class="close" popovertarget="${id}" popovertargetaction="hide" autofocus>Close</button></header>
<p>${summary}</p>
${shown}</div>
`;
}

function sides({ before, after, losses, reason }: ReportExample, writer: string, reader: string): Markup {
  const lost = losses.map((loss, index) => lossMarkup(loss, index));
  const read =
    after === undefined
      ? NONE
      : markup`<section><h5>What a reader of ${reader} gets</h5>${payloadMarkup(after, before)}</section>`;
  return markup`${reason === undefined ? NONE : markup`<p><strong>${reason}</strong></p>`}
${lost.length === 0 ? NONE : markup`<p>Lost: ${lost}</p>`}
<div class="sides"><section><h5>What ${writer} has</h5>${payloadMarkup(before, after)}</section>${read}</div>`;
}

function lossMarkup({ path, kind, declared }: ReportExample['losses'][number], index: number): Markup {
  const said = declared ? 'declared' : 'not declared';
  return markup`${index === 0 ? '' : ', '}<code>${path}</code> (${kind}, ${said})`;
}
