import type { Releases } from '../../history/releases.js';
import type { Registry } from '../../model/registry.js';
import type { Finding, Severity } from '../finding.js';
import type { History } from '../record/history.js';
import { applyWaivers } from './apply-waivers.js';
import { checkWaivers } from './check-waivers.js';
import { checkProof, foundByProof } from './found-by-proof.js';
import type { ProofLike } from './proof-like.js';
import { type Profile, profiles } from './rule.js';
import { proofRules } from './proof-rules.js';
import { rules } from './rules.js';
import { toFindings } from './to-findings.js';
import type { Waiver } from './waiver.js';
import { windowReleases } from './window-releases.js';
import { subjectsOf, type World } from './world.js';

export interface CheckOptions {
  /** Which rules count; `'rolling'` where nothing is said. */
  readonly profile?: Profile;
  readonly waivers?: readonly Waiver[];
  /** What `prove` found. Without it, what a history bridges counts as unproved, and what only a proof finds is not looked for. */
  readonly proof?: ProofLike;
  /** The releases that may run together. Where nothing is said: the last ones of the history, and the window that the code defines. */
  readonly releases?: Releases;
  /** How many of the history's last releases may run beside today's code; 2 where nothing is said. */
  readonly window?: number;
  /** The day on which waivers and deprecations are judged. */
  readonly today?: Date;
}

/**
 * What in today's code breaks peers at the versions that were recorded and may still run: errors first, then warnings and notes.
 * Waived findings are among them, marked. With nothing released, every recorded version may still run.
 *
 * @throws WaiverError for a waiver that cannot be right
 * @throws UnknownRuleError for a proof whose failure names no rule
 */
export async function check(
  registry: Registry,
  history: History,
  options: CheckOptions = {},
): Promise<Finding[]> {
  const { profile = 'rolling', waivers = [], proof, window = 2, today = new Date() } = options;
  checkWaivers(waivers);
  checkProof(proof);
  const releases = windowReleases(registry, history, options.releases, window);
  const world: World = {
    registry,
    history,
    releases,
    subjects: await subjectsOf(registry, history, releases),
    countsStored: profiles.indexOf(profile) >= profiles.indexOf('storage'),
    proof,
    today: today.toISOString().slice(0, 10),
  };
  const counted = rules.filter((rule) => profiles.indexOf(rule.profile) <= profiles.indexOf(profile));
  const findings = counted.flatMap((rule) => {
    const found = [...rule.find(world), ...foundByProof(rule.id, proof)];
    return toFindings(rule, found, world, profile);
  });
  const looked = (id: string): boolean =>
    counted.some((rule) => rule.id === id) && (proof !== undefined || !isProofRule(id));
  return [...applyWaivers(findings, waivers, world.today, looked)].toSorted(
    (a, b) => ORDER[a.severity] - ORDER[b.severity],
  );
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warn: 1, info: 2 };

function isProofRule(id: string): boolean {
  return proofRules.some((rule) => rule.id === id);
}
