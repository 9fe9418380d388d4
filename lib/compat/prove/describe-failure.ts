import type { BrokenStep, Failure } from './proof.js';

/** A failure in words: the law, for whom it is broken, the smallest payload, and the step that broke it. */
export function describeFailure(failure: Failure): string {
  const { law, rule, between, object, namespace, writer, reader, releases, message, payload, step, seed } =
    failure;
  const met = releases === undefined ? '' : ` (${releases.writer} → ${releases.reader})`;
  const also =
    between === undefined ? '' : `: all neighbouring versions pass; between the two it is ${between}`;
  return [
    `${rule}${also}`,
    `  ${namespace}.${object}, written at ${writer} for ${reader}${met}, breaks the law "${law}"`,
    `  ${message}`,
    ...(step === undefined ? [] : [`  ${describeStep(step)}`]),
    `  payload: ${JSON.stringify(payload)}`,
    `  again: seed ${seed}, objects ['${object}']${failure.replay === undefined ? '' : `, path ${failure.replay}`}`,
  ].join('\n');
}

function describeStep({ object, version, direction, step }: BrokenStep): string {
  const way = `${direction === 'down' ? 'going down over' : 'going up to'} ${object}`;
  if (step === undefined) return `${way} ${version}: no step of the plan deals with it`;
  switch (step.do) {
    case 'hook':
      return `${way} ${version}: the hook that ${step.object} has for ${step.version}`;
    case 'rename':
      return `${way} ${version}: the step that renames ${step.names.map(([from, to]) => `${from} to ${to}`).join(', ')}`;
    case 'check':
      return `${way} ${version}: the check of what was made for ${step.version}`;
    case 'values':
    case 'drop':
    case 'fill':
    case 'retype':
      return `${way} ${version}: the step "${step.do}" of ${step.field}`;
  }
}
