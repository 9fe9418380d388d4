import type { Backported } from '../../codec/backport.js';
import type { Primitive } from '../../codec/engine/envelope.js';
import type { Target } from '../../codec/engine/options.js';
import { isBacklevelError } from '../../errors/backlevel-error.js';
import type { Fault } from '../../errors/fault.js';
import { copyData } from '../../field/json.js';
import { attempt, Findings, messageOf } from './findings.js';
import { judgeRefusal, ruleOfFault } from './judge-refusal.js';
import { misplacedChild } from './misplaced-child.js';
import { targetBetween } from './points.js';
import type { Case, Instance, Verdict } from './trial.js';

/** Writes a payload of the newer version for the older reader, and says which laws that breaks. */
export function examineDown(on: Case, instance: Instance): Verdict {
  const { trial, pair } = on;
  const { model, low, between } = pair;
  const { subject, laws, context } = trial;
  const { payload } = instance;
  const findings = new Findings(model, laws);
  const write = (source: Primitive, target: Target): Backported =>
    findings.purely(source, (input) => subject.write(input, target, model.registry, context));
  const stepwise = (): Primitive => {
    let next = payload;
    for (const version of between.toReversed()) next = write(next, targetBetween(pair, version)).primitive;
    return write(next, low.target).primitive;
  };

  const direct = attempt(() => write(payload, low.target));
  if ('error' in direct) {
    const judged = judgeRefusal(direct.error, model, payload);
    if (judged.kind === 'broken') findings.add('refusal', judged.rule, judged.reason, judged);
    else if (between.length > 0 && laws.has('stepwise') && !('error' in attempt(stepwise)))
      findings.add(
        'stepwise',
        'PATH_DEPENDENT',
        `it is refused at once, but not step by step: ${judged.reason}`,
      );
    return { outcome: 'refused', findings: findings.list, losses: [], reason: judged.reason };
  }

  const { primitive, losses } = direct.value;
  declaredLosses(direct.value, instance, findings);
  if (laws.has('deterministic'))
    findings.deterministic(
      direct.value,
      attempt(() => write(payload, low.target)),
    );
  if (laws.has('valid')) valid(on, primitive, instance, findings);
  if (laws.has('children')) {
    const misplaced = misplacedChild(primitive, model, low.version, low.manifest);
    if (misplaced !== undefined)
      findings.add('children', 'CHILD_VERSION_UNPINNED', misplaced.message, misplaced);
  }
  if (laws.has('stepwise') && between.length > 0) findings.stepwise(primitive, attempt(stepwise));
  if (laws.has('round-trip-new') || laws.has('refusal')) roundTrip(on, primitive, instance, findings);
  return {
    outcome: losses.length > 0 ? 'lossy' : 'lossless',
    findings: findings.list,
    after: primitive,
    losses,
  };
}

function declaredLosses({ losses }: Backported, { partial }: Instance, findings: Findings): void {
  // Of an object that lacks fields, or whose children do, an older reader does not expect the fields that come from those.
  const silent = losses.find(
    (loss) => !loss.declared && !(partial && loss.kind === 'one-way' && loss.from === undefined),
  );
  if (silent === undefined) return;
  const lost =
    silent.path === ''
      ? `all of it is lost: ${String(silent.to)}`
      : `${silent.path} is lost (${silent.kind})`;
  findings.add('declared-loss', 'LOSS_UNDECLARED', `${lost}, and nothing declares it`, silent);
}

/** Whether a reader who knows the older version, and that only, takes the payload. */
function valid({ trial, pair }: Case, primitive: Primitive, { partial }: Instance, findings: Findings): void {
  const { model, low } = pair;
  const Past = trial.readerOf(model, low);
  const read = attempt(() => trial.subject.accept(Past, copyData(primitive), partial));
  if (!('error' in read)) return;
  const fault = isBacklevelError(read.error) ? (read.error as { fault?: Fault }).fault : undefined;
  const rule = fault === undefined ? 'CHILD_VERSION_UNPINNED' : ruleOfFault(fault, 'down');
  // Below the envelope: what the pointer says of it is not a field.
  const path = fault?.pointer.replace(`/${model.envelope.data}`, '') ?? '';
  findings.add('valid', rule, `the reader at ${low.version} refuses it: ${messageOf(read.error)}`, { path });
}

/** Whether a newer service that gets its own payload back from an older one writes it for that one as before. */
function roundTrip(
  { trial, pair }: Case,
  primitive: Primitive,
  { partial }: Instance,
  findings: Findings,
): void {
  const { model, low, high } = pair;
  const { subject, context } = trial;
  const raised = attempt(() => subject.read(trial.classAt(model, high), copyData(primitive), true, context));
  if ('error' in raised) {
    const rule = findings.refusedOnReturn(raised.error, primitive, 'up');
    // A class asks for its rule once no field is missing, which the way back can bring about.
    if (rule !== undefined && !partial)
      findings.add('round-trip-new', 'ROUND_TRIP_LOSES', `what was written cannot be read back: ${rule}`);
    return;
  }
  const again = attempt(() => subject.write(raised.value, low.target, model.registry, context).primitive);
  if ('error' in again) findings.refusedOnReturn(again.error, raised.value, 'down');
  else {
    const otherwise = 'read again and written again, it becomes another';
    findings.same('round-trip-new', 'ROUND_TRIP_LOSES', primitive, again.value, otherwise);
  }
}
