import type { Manifest, Releases } from '../../history/releases.js';
import { versionsOf } from '../../history/shape.js';
import type { Model } from '../../model/model.js';
import type { Registry } from '../../model/registry.js';
import { describeChange } from '../describe-change.js';
import { describeFinding } from '../describe-finding.js';
import type { Finding } from '../finding.js';
import type { PairResult, Proof } from '../prove/proof.js';
import { changeRecordsOf } from '../record/change-records.js';
import { objectId } from '../record/history-path.js';
import { identityOf } from '../record/record-version.js';
import type { Outcome, ReportData, ReportObject, ReportPair } from './report-data.js';

export interface ReportOptions {
  readonly title?: string;
  /** What `check` found; notes are left out. */
  readonly findings?: readonly Finding[];
}

/** What the report shows of a registry: its history, and what a proof of it came to. */
export function reportOf(
  registry: Registry,
  releases: Releases | undefined,
  proof: Proof,
  { title = 'backlevel: who reads what', findings = [] }: ReportOptions = {},
): ReportData {
  const names = releases?.names ?? [];
  const manifests = new Map(names.map((name) => [name, (releases as Releases).manifest(name)]));
  return {
    title,
    releases: names,
    window: releases?.window ?? [],
    seed: proof.seed,
    runs: proof.runs,
    objects: registry.models.map((model) => objectOf(model, manifests, proof, findings)),
  };
}

function objectOf(
  model: Model,
  manifests: ReadonlyMap<string, Manifest>,
  { pairs }: Proof,
  findings: readonly Finding[],
): ReportObject {
  const id = objectId(identityOf(model));
  const own = pairs.filter(({ object, namespace }) => object === model.name && namespace === model.namespace);
  return {
    object: id,
    versions: versionsOf(model).map((version) => ({
      version: version.text,
      releases: [...manifests].flatMap(([name, manifest]) =>
        manifest[model.name] === version.text ? [name] : [],
      ),
      changes: changeRecordsOf(model, version).map(describeChange),
    })),
    pairs: pairsOf(own),
    findings: findings
      .filter(({ object, severity }) => (object === model.name || object === id) && severity !== 'info')
      .map(describeFinding),
  };
}

const WORSE: Readonly<Record<Outcome, number>> = { lossless: 0, lossy: 1, refused: 2, failed: 3 };

/** One cell for each writer and reader: where several releases have the same versions, the worst of them counts. */
function pairsOf(results: readonly PairResult[]): ReportPair[] {
  const cells = new Map<string, PairResult[]>();
  for (const result of results) {
    const key = `${result.writer} ${result.reader}`;
    cells.set(key, [...(cells.get(key) ?? []), result]);
  }
  return [...cells.values()].map((same) => {
    const [worst] = same.toSorted((a, b) => WORSE[b.outcome] - WORSE[a.outcome]) as [PairResult];
    const { writer, reader, outcome } = worst;
    return { writer, reader, outcome, summary: summaryOf(same), examples: worst.examples.toReversed() };
  });
}

function summaryOf(results: readonly PairResult[]): string {
  const sum = (count: 'instances' | 'lossy' | 'refused'): number =>
    results.reduce((total, { counts }) => total + counts[count], 0);
  return `${sum('instances')} payloads, ${sum('lossy')} with losses, ${sum('refused')} refused`;
}
