import type { Finding } from '../finding.js';
import type { Waiver } from './waiver.js';

/**
 * The findings with those marked that a waiver covers, and with what is wrong with the waivers: one that is over silences nothing more
 * and is an error of its own; one that matches nothing is a warning, if `isLookedFor` says that its rule was looked for.
 */
export function applyWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  today: string,
  isLookedFor: (rule: string) => boolean,
): readonly Finding[] {
  const valid = waivers.filter(({ until }) => until >= today);
  const marked = findings.map((finding) => {
    const waiver = valid.find((candidate) => covers(candidate, finding));
    return waiver === undefined ? finding : { ...finding, waived: waiver.reason };
  });
  const over = waivers.filter((waiver) => !valid.includes(waiver));
  const unused = valid.filter(
    (waiver) => isLookedFor(waiver.rule) && !findings.some((finding) => covers(waiver, finding)),
  );
  return [...marked, ...over.map(expired), ...unused.map(needless)];
}

function covers(waiver: Waiver, { rule, object, path, versions }: Finding): boolean {
  return (
    waiver.rule === rule &&
    waiver.object === object &&
    waiver.path === path &&
    versions.every((version) => waiver.versions.includes(version))
  );
}

function expired({ rule, object, path, versions, until, reason }: Waiver): Finding {
  return {
    rule: 'WAIVER_EXPIRED',
    severity: 'error',
    object,
    versions,
    path,
    direction: 'none',
    message: `${rule} was waived until ${until}: ${reason}`,
    cure: `mend what ${rule} says and remove the waiver, or look at it again and set another until`,
  };
}

function needless({ rule, object, path, versions }: Waiver): Finding {
  return {
    rule: 'WAIVER_UNUSED',
    severity: 'warn',
    object,
    versions,
    path,
    direction: 'none',
    message: `${rule} is waived, and is not found`,
    cure: 'remove the waiver; or, if it has another path or other versions now, take them from the finding',
  };
}
