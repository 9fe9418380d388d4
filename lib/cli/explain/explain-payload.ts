import { engine } from '../../codec/engine/engine.js';
import { type Opened, openEnvelope } from '../../codec/engine/envelope.js';
import { checkOpened, envelopeChildren } from '../../codec/engine/envelope-children.js';
import { unwrap } from '../../codec/engine/convert.js';
import type { ObjectNode } from '../../codec/engine/node.js';
import { nodeChildren } from '../../codec/engine/node-children.js';
import { type ResolvedTarget, resolveTarget } from '../../codec/engine/target.js';
import type { Target } from '../../codec/engine/options.js';
import { Work } from '../../codec/engine/work.js';
import { isBacklevelError } from '../../errors/backlevel-error.js';
import type { Loss } from '../../errors/backport-errors.js';
import type { Model } from '../../model/model.js';
import { ExplainWalk, plain } from './explain-walk.js';
import type { Explanation } from './explanation.js';
import { hiddenEnvelope } from './hide-values.js';

/**
 * What each version did to a payload on its way to the target, older or newer. Going up, children come to their newest versions.
 *
 * @throws what reading the payload throws; what fails on the way is part of the answer
 */
export function explainPayload(payload: unknown, model: Model, target: Target | undefined): Explanation {
  const resolved = resolveTarget(model, target);
  const { opened, node, work } = open(payload, model);
  const up = opened.version.olderThan(resolved.version);
  const walk = new ExplainWalk(work);
  const head = {
    object: model.name,
    from: opened.claimed.text,
    to: resolved.version.text,
    direction: up ? ('up' as const) : ('down' as const),
  };
  try {
    if (up) walk.up(model, node, resolved.version);
    else lowered(walk, model, node, opened, resolved);
    const losses = up ? [] : lossesOfWrite(payload, model, resolved);
    const result = plain(hiddenEnvelope(model, node, work.untagged));
    const steps = walk.steps.map((step) => ({
      ...step,
      losses: step.losses.map((loss) => asWritten(loss, losses)),
    }));
    return { ...head, steps, losses, result };
  } catch (error) {
    if (!isBacklevelError(error)) throw error;
    const refused = { code: error.code, message: error.message };
    return { ...head, steps: walk.steps, losses: walk.steps.flatMap(({ losses }) => losses), refused };
  }
}

interface Read {
  readonly opened: Opened;
  readonly node: ObjectNode;
  readonly work: Work;
}

function open(payload: unknown, model: Model): Read {
  const work = new Work(model, envelopeChildren, { partial: true, python: true }, undefined);
  const opened = openEnvelope(
    payload,
    model,
    (name, namespace) => (name === model.name && namespace === model.namespace ? model : undefined),
    work,
  );
  if (opened !== undefined) checkOpened(opened, work);
  work.throwInvalidPayload(opened?.claimed.text ?? model.version.text);
  const { version, data, changes } = opened as Opened;
  return { opened: opened as Opened, node: unwrap(model, version, data, changes, work), work };
}

/** As the engine does it: children first come to their newest versions, in which hooks meet them. */
function lowered(
  walk: ExplainWalk,
  model: Model,
  node: ObjectNode,
  { version }: Opened,
  target: ResolvedTarget,
): void {
  const { work } = walk;
  walk.up(model, node, version);
  work.path.length = 0;
  work.children = nodeChildren;
  work.manifest = target.manifest;
  work.newest = target.manifest === undefined && target.version.equals(model.version);
  work.untagged = target.untagged;
  walk.down(model, node, target.version, target.manifest);
}

/** What the engine says of the whole write: only it knows what the parents of a child declare. */
function lossesOfWrite(payload: unknown, model: Model, target: ResolvedTarget): readonly Loss[] {
  const options = { partial: true, python: true };
  return (
    engine.rewrite(payload, model, target, new Work(model, envelopeChildren, options, undefined))?.losses ??
    []
  );
}

/** A loss of a child is declared where its parent says so; only the write as a whole knows. */
function asWritten(loss: Loss, losses: readonly Loss[]): Loss {
  return losses.find(({ path }) => path === loss.path) ?? loss;
}
