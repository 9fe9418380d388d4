import type { Coverage, Direction, Finding } from '../finding.js';
import { Version } from '../../version/version.js';
import { listed } from './cure.js';
import { isProved } from './proof-like.js';
import type { Found, Profile, Rule } from './rule.js';
import { severityOf } from './severity-of.js';
import type { World } from './world.js';

/** What a rule found, as findings: what it says of several versions in the same words is one finding. */
export function toFindings(rule: Rule, found: Iterable<Found>, world: World, profile: Profile): Finding[] {
  const merged = new Map<string, Found>();
  for (const one of found) {
    const coverage = one.coverage === undefined ? {} : { coverage: coverageOf(one.coverage, one, world) };
    const key = JSON.stringify([one.object, one.path, coverage, one.what, one.cure, one.direction]);
    const known = merged.get(key);
    const versions = inOrder([...(known?.versions ?? []), ...one.versions]);
    merged.set(key, { ...one, ...coverage, versions });
  }
  return [...merged.values()].map(({ what, cure, direction = rule.direction, ...one }) => ({
    ...one,
    cure: cure === '' && one.coverage === 'unproved' ? 'run backlevel prove' : cure,
    rule: rule.id,
    severity: severityOf(rule.severity, one.coverage, profile),
    direction,
    message: `${what}${forWhom(direction, one.versions)}`,
  }));
}

/** What a history bridges counts as proved only where a proof tried it. */
function coverageOf(coverage: Coverage, { object, versions }: Found, { proof }: World): Coverage {
  const covered = coverage === 'lossless' || coverage === 'declared-loss';
  return covered && !isProved(proof, object, versions) ? 'unproved' : coverage;
}

function inOrder(versions: readonly string[]): readonly string[] {
  const compare = (a: string, b: string): number => {
    const [x, y] = [Version.tryParse(a), Version.tryParse(b)];
    return x === undefined || y === undefined ? 0 : x.compare(y);
  };
  return [...new Set(versions)].toSorted(compare);
}

function forWhom(direction: Direction, versions: readonly string[]): string {
  if (direction === 'none') return '';
  const newest = versions.at(-1) ?? '';
  const older = versions.length < 2 ? [newest] : versions.slice(0, -1);
  return direction === 'new-to-old'
    ? ` (writer ${newest}, readers ${listed(older)})`
    : ` (writers ${listed(older)}, reader ${newest})`;
}
