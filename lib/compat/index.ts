export { MissingPackageError } from '../errors/missing-package-error.js';
export type { Coverage, Direction, Finding, Severity } from './finding.js';
export { describeFinding } from './describe-finding.js';
export { describeChange } from './describe-change.js';
export { readSamples, type SampleFault } from './read-samples.js';
export { recordedPast } from './recorded-past.js';
export { renderReport } from './report/render-report.js';
export { reportOf, type ReportOptions } from './report/report-of.js';
export type { ReportData } from './report/report-data.js';
export { describeFailure } from './prove/describe-failure.js';
export { type Law, laws } from './prove/law.js';
export type {
  BrokenStep,
  Example,
  Failure,
  PairCounts,
  PairOutcome,
  PairResult,
  Proof,
} from './prove/proof.js';
export { prove, type ProvedVersions, type ProveOptions } from './prove/prove.js';
export type { Past } from './prove/trial.js';
export { addRelease } from './record/add-release.js';
export {
  HistoryFileError,
  HistoryMissingError,
  ReleaseNameError,
  SampleError,
  VersionCollisionError,
} from './record/history-errors.js';
export type { History, ObjectHistory } from './record/history.js';
export { modelFrom } from './record/model-from.js';
export { objectHistory } from './record/object-history.js';
export type {
  ChangeRecord,
  Computed,
  FieldRecord,
  ObjectRecord,
  Outcome,
  Said,
  TypeRecord,
  VersionRecord,
} from './record/object-record.js';
export { emptyHistory, readHistory } from './record/read-history.js';
export { recordVersion } from './record/record-version.js';
export { isFrozen, type Snapshot, takeSnapshot, type VersionOfObject } from './record/take-snapshot.js';
export { writeHistory } from './record/write-history.js';
export { check, type CheckOptions } from './rules/check.js';
export type { ProofLike, TriedPair } from './rules/proof-like.js';
export { type Profile, profiles, type RuleMode, type RuleRow } from './rules/rule.js';
export { rules } from './rules/rules.js';
export { UnknownRuleError } from './rules/unknown-rule-error.js';
export type { Waiver } from './rules/waiver.js';
export { WaiverError } from './rules/waiver-error.js';
