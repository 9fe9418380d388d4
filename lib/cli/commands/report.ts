import { join, relative, resolve } from 'node:path';
import type { Finding } from '../../compat/finding.js';
import type { Proof } from '../../compat/prove/proof.js';
import { check } from '../../compat/rules/check.js';
import { renderReport } from '../../compat/report/render-report.js';
import type { ReportData } from '../../compat/report/report-data.js';
import { reportOf } from '../../compat/report/report-of.js';
import { UsageError } from '../cli-errors.js';
import { type Answer, defineCommand } from '../command.js';
import type { Config } from '../config/config.js';
import { loadProject } from '../config/load-project.js';
import type { Context } from '../context.js';
import { historyIn } from '../history/history-of-project.js';
import { proveShare } from '../history/prove-share.js';
import { type Share, sharesOf } from '../history/share.js';
import { windowOf } from '../history/window-of.js';
import { replaceFile } from '../../compat/replace-file.js';

/** `backlevel report`: a page that shows which writer reads which reader, with examples. */
export const report = defineCommand({
  name: 'report',
  summary: 'write a page that shows which reader gets what of which writer',
  args: {
    out: { kind: 'text', value: 'folder', summary: 'where index.html is written', required: true },
    seed: {
      kind: 'integer',
      value: 'number',
      summary: 'what payloads are made from; 1 where nothing is said',
    },
    runs: {
      kind: 'integer',
      value: 'number',
      summary: 'payloads for each writer and reader; 200 where nothing is said',
    },
  },
  run: async ({ out, seed = 1, runs = 200 }, context) => {
    if (runs < 1) throw new UsageError('--runs is no number of payloads', 'say at least 1');
    const project = await loadProject(context);
    const parts: Part[] = [];
    for (const share of sharesOf(project.registries, historyIn(project.history)))
      parts.push(await partOf(share, project.config, { seed, runs }, context));
    const path = join(resolve(context.cwd, out), 'index.html');
    replaceFile(path, renderReport(together(parts.map(({ data }) => data))));
    return answerOf(parts, relative(context.cwd, path), context);
  },
});

interface Part {
  readonly data: ReportData;
  readonly proof: Proof;
}

async function partOf(
  share: Share,
  config: Config,
  options: { readonly seed: number; readonly runs: number },
  context: Context,
): Promise<Part> {
  const { window = 2, profile, waivers = [] } = config;
  const { registry, history, owns } = share;
  const proof = await proveShare(share, window, options, context);
  const findings: readonly Finding[] = await check(registry, history, {
    window,
    proof,
    waivers: waivers.filter(({ object }) => owns(object)),
    ...(profile === undefined ? {} : { profile }),
  });
  return { proof, data: reportOf(registry, windowOf(share, window), proof, { findings }) };
}

/** One page for all registries of a project. */
function together(parts: readonly ReportData[]): ReportData {
  const [first, ...others] = parts as [ReportData, ...ReportData[]];
  return others.reduce(
    (all, { releases, window, objects }) => ({
      ...all,
      releases: [...new Set([...all.releases, ...releases])],
      window: [...new Set([...all.window, ...window])],
      objects: [...all.objects, ...objects],
    }),
    first,
  );
}

function answerOf(parts: readonly Part[], path: string, { paint }: Context): Answer {
  const failures = parts.reduce((sum, { proof }) => sum + proof.failures.length, 0);
  const pairs = parts.reduce((sum, { proof }) => sum + proof.pairs.length, 0);
  const found = failures === 0 ? '' : paint('red', `, ${failures} failures among them`);
  return {
    ok: failures === 0,
    text: `wrote ${path}: ${pairs} pairs of versions${found}`,
    json: { path, pairs, failures, seed: parts[0]?.proof.seed },
  };
}
