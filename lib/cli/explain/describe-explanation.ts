import type { Loss } from '../../errors/backport-errors.js';
import type { Paint } from '../output/paint.js';
import { shorten } from '../../errors/shorten.js';
import type { Effect, ExplainedStep, Explanation } from './explanation.js';

/** An explanation as people read it. */
export function describeExplanation(explanation: Explanation, paint: Paint): string {
  const { object, from, to, direction, steps, losses, refused, result } = explanation;
  const parts = [
    paint('bold', `${object} ${from} → ${to}`),
    ...steps.map((step) => describeStep(step, paint)),
    ...(steps.length === 0 ? ['no version changed anything on the way'] : []),
  ];
  if (refused !== undefined) parts.push(paint('red', `refused: ${refused.message}`));
  else parts.push(direction === 'up' ? 'nothing is lost on the way up' : describeLosses(losses, paint));
  if (result !== undefined) parts.push(JSON.stringify(result, undefined, 2));
  return parts.join('\n\n');
}

function describeStep(
  { object, place, version, direction, changes, effects }: ExplainedStep,
  paint: Paint,
): string {
  const where = place === '' ? '' : ` at ${place}`;
  const verb = direction === 'down' ? 'undo' : 'apply';
  const lines = effects.length === 0 ? ['  nothing here changed'] : effects.map(describeEffect);
  const said = changes.map((change) => paint('dim', `  (${change})`));
  return [`${verb} ${object} ${version}${where}`, ...said, ...lines].join('\n');
}

function describeEffect({ path, before, after }: Effect): string {
  if (after === undefined) return `  - ${path} ${short(before)}`;
  if (before === undefined) return `  + ${path} ${short(after)}`;
  return `  ~ ${path} ${short(before)} → ${short(after)}`;
}

function describeLosses(losses: readonly Loss[], paint: Paint): string {
  if (losses.length === 0) return paint('green', 'nothing is lost');
  const lines = losses.map(({ path, kind, from, to, declared }) => {
    const what = to === undefined ? short(from) : `${short(from)} → ${short(to)}`;
    const said = declared ? 'declared' : paint('red', 'not declared');
    return `  ${path === '' ? 'the whole' : path} ${what} (${kind}, ${said})`;
  });
  return ['lost:', ...lines].join('\n');
}

const LONGEST = 100;

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length <= LONGEST ? text : shorten(value);
}
