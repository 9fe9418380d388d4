import type { Json } from '../../field/json.js';

/** How it goes where a writer of one version meets a reader of another. */
export type Outcome = 'lossless' | 'lossy' | 'refused' | 'failed';

/** One payload that crossed a pair of versions. */
export interface ReportExample {
  readonly before: Json;
  /** What the reader gets; nothing where the writer refuses. */
  readonly after?: Json;
  readonly losses: readonly { readonly path: string; readonly kind: string; readonly declared: boolean }[];
  /** Why it was refused, or what failed. */
  readonly reason?: string;
}

/** A cell of the matrix. */
export interface ReportPair {
  readonly writer: string;
  readonly reader: string;
  readonly outcome: Outcome;
  /** What was tried and what came of it, in a line. */
  readonly summary: string;
  readonly examples: readonly ReportExample[];
}

export interface ReportVersion {
  readonly version: string;
  readonly releases: readonly string[];
  readonly changes: readonly string[];
}

export interface ReportObject {
  /** `namespace.Name` */
  readonly object: string;
  readonly versions: readonly ReportVersion[];
  readonly pairs: readonly ReportPair[];
  readonly findings: readonly string[];
}

/** All that the report shows; the page is made of it and of nothing else. */
export interface ReportData {
  readonly title: string;
  readonly releases: readonly string[];
  /** The releases that may run together. */
  readonly window: readonly string[];
  /** How the outcomes were found: the seed, the number of payloads a pair. */
  readonly seed: number;
  readonly runs: number;
  readonly objects: readonly ReportObject[];
}
