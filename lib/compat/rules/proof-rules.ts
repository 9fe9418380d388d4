import type { Severity } from '../finding.js';
import type { Found, Rule, RuleRow } from './rule.js';
import type { World } from './world.js';

/** What only a proof can find: conversions that lose, disagree, throw or meddle. Without one, none of these is looked at. */
export const proofRules: readonly Rule[] = [
  proofRule('LOSS_UNDECLARED', 'a value is lost on the way down, and nobody declared that', 'new-to-old'),
  {
    ...proofRule('LOSS_STALE_DECLARATION', 'a loss is declared that never happens', 'none', 'warn'),
    find: neverSeen,
  },
  proofRule('PATH_DEPENDENT', 'crossing two versions at once gives something else than one after the other'),
  proofRule('ROUND_TRIP_LOSES', 'what goes to another version and back is not what it was'),
  proofRule('HOOK_THROWS', 'a hook throws, for a field that is unset or null among others'),
  proofRule('HOOK_MUTATES_INPUT', 'a conversion changes the object that it was given'),
  proofRule('HOOK_NONDETERMINISTIC', 'the same object is turned into two different ones'),
  proofRule('TRANSITIVE_BREAK', 'neighbouring versions understand each other, and distant ones do not'),
];

function proofRule(
  id: string,
  summary: string,
  direction: RuleRow['direction'] = 'none',
  severity: Severity = 'error',
): Rule {
  // What a proof found is added to every rule alike, see found-by-proof.ts.
  return { id, severity, summary, direction, mode: 'window', profile: 'rolling', find: () => [] };
}

/** Losses that an object declares between some versions, and that no payload between any of them had. */
function neverSeen({ proof }: World): readonly Found[] {
  const pairs = proof?.pairs ?? [];
  const objects = [...new Set(pairs.map(({ object }) => object))];
  return objects.flatMap((object) => {
    const own = pairs.filter((pair) => pair.object === object);
    const seen = new Set(own.flatMap(({ witnessed = [] }) => witnessed));
    const stale = new Set(own.flatMap(({ declared = [] }) => declared).filter((path) => !seen.has(path)));
    return [...stale].map((path) => ({
      object,
      versions: own
        .filter(({ declared = [] }) => declared.includes(path))
        .flatMap(({ writer, reader }) => [writer, reader]),
      path,
      what: `\`${path}\` is declared as lost, and no payload lost it`,
      cure: `take '${path}' out of loses`,
    }));
  });
}
