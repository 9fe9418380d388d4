import { isDeepStrictEqual } from 'node:util';
import {
  at,
  backport,
  fromPrimitive,
  fromPrimitiveAsync,
  isBacklevelError,
  type Manifest,
  type ObjectClass,
  type Primitive,
  toPrimitive,
  ValueTooNewError,
} from '../../lib/index.js';
import { reachableModels } from '../../lib/history/references.js';
import { Differences } from '../conformance/compare.js';
import { canonical } from './canonical.js';
import type { Answer } from './peer.js';
import type { Service } from './service.js';
import type { Sample } from './subjects.js';
import type { Tally } from './tally.js';
import { firstField } from './there-and-back.js';

/** Runs `visit` for every object and every reader that is behind. */
async function eachReader(
  service: Service,
  visit: (sample: Sample, manifest: Manifest, label: string) => Promise<void>,
): Promise<void> {
  for (const sample of service.subject.samples)
    for (const manifest of service.subject.manifests(sample))
      await visit(sample, manifest, `${sample.label} for ${JSON.stringify(manifest)}`);
}

/**
 * We write for a Python service that is behind: by its manifest before we send, and when it asks because it got
 * what is too new for it. It reads both, and writes them again without a loss. Then it makes an object of its own from that,
 * which we read and write again at its version.
 */
export async function writeForPython(service: Service, tally: Tally): Promise<void> {
  const { subject } = service;
  await eachReader(service, async (sample, manifest, label) => {
    const { model, primitive, context } = sample;
    const world = await service.behind(manifest);
    const instance = fromPrimitive(model.Class, primitive, { partial: true });
    const sent = attempt(() => toPrimitive(instance, { target: manifest, context }));
    if (typeof sent === 'string') {
      tally.count(`refused (${sent})`);
      if (sent !== 'BACKLEVEL_VALUE_TOO_NEW') tally.fail(`sent: ${label}: ${sent}`);
    } else {
      const read = tally.answered('sent', label, await service.rewrite(world, sent));
      if (read !== undefined) tally.same('sent', subject, label, withMovedChildren(sample, sent), read);
      await answerOlder(service, tally, sample, manifest, label, sent);
    }
    if (sample.full || typeof sent === 'string')
      await answerAsked(service, tally, sample, manifest, label, sent);
  });
}

async function answerAsked(
  service: Service,
  tally: Tally,
  sample: Sample,
  manifest: Manifest,
  label: string,
  sent: Primitive | string,
): Promise<void> {
  const { model, primitive, context } = sample;
  const world = await service.behind(manifest);
  let answered: Primitive | string | undefined;
  const answer = await service.receive(world, primitive, (ask) => {
    answered = attempt(
      () => backport(ask.primitive, ask.manifest, { registry: model.registry, context }).primitive,
    );
    return typeof answered === 'string' ? { refused: answered } : { primitive: answered };
  });
  if (typeof answered === 'string') {
    const refused = 'error' in answer && answer.error.message.includes(answered);
    if (refused && typeof sent === 'string') tally.count('asked and refused');
    else tally.fail(`asked: ${label}: ${answered}, but sent`);
    return;
  }
  const read = tally.answered('asked', label, answer);
  if (read === undefined) return;
  if (answered === undefined) {
    // It does not ask where it can read everything that it got.
    tally.same('read as it was', service.subject, label, primitive, read);
  } else {
    tally.same('asked', service.subject, label, withMovedChildren(sample, answered), read);
  }
}

/** Python counts a child's changes as its parent's. A child that a hook moved to an older field has them, and the field is not listed. */
function withMovedChildren({ model }: Sample, sent: Primitive): Primitive {
  const { data, changes } = model.envelope;
  if (model.hooks.length === 0 || sent[changes] === undefined) return sent;
  const moved = model.retired
    .map(({ wire }) => wire)
    .filter((wire) => Object.hasOwn(Object((sent[data] as Primitive)[wire]) as object, changes));
  return { ...sent, [changes]: [...new Set([...(sent[changes] as string[]), ...moved])] };
}

/** A Python service that is behind makes the object anew; what we read of it goes back to it unchanged. */
async function answerOlder(
  service: Service,
  tally: Tally,
  { model, context }: Sample,
  manifest: Manifest,
  label: string,
  sent: Primitive,
): Promise<void> {
  // What a hook makes of a changed field does not count as changed: there, only another field is.
  const touch = reachableModels(model).some(({ hooks }) => hooks.length > 0)
    ? firstField(model, sent)
    : undefined;
  // What a hook takes down and not up again is read, and lost.
  const oneWay = model.retired.length > 0 && model.hooks.some(({ hook }) => hook.up === undefined);
  const made = tally.answered(
    'older',
    label,
    await service.make(await service.behind(manifest), sent, touch),
  );
  if (made === undefined) return;
  const read = fromPrimitive(model.Class, made, { partial: true, context });
  if (oneWay) tally.count('older, one way');
  else tally.same('older', service.subject, label, made, toPrimitive(read, { target: manifest, context }));
}

/** A Python service of today writes for us, who are behind and ask it; we read that, and write it again without a loss. */
export async function askPython(service: Service, tally: Tally): Promise<void> {
  const { subject } = service;
  const world = await service.today();
  const past = new Map<string, ObjectClass>();
  const pastOf = ({ model }: Sample, manifest: Manifest): ObjectClass => {
    const key = `${model.name} ${JSON.stringify(manifest)}`;
    const Class = past.get(key) ?? at(model.Class, manifest);
    past.set(key, Class);
    return Class;
  };
  await eachReader(service, async (sample, manifest, label) => {
    const { model, primitive } = sample;
    if (!subject.generated(model)) return;
    const Class = pastOf(sample, manifest);
    let answer: Answer | undefined;
    const read = fromPrimitiveAsync(Class, primitive, {
      partial: true,
      backport: async ({ primitive: whole, manifest: ours }) => {
        answer = await service.write(world, whole, ours[model.name] ?? '', ours);
        if ('error' in answer) throw new Error(answer.error.message);
        return answer.ok;
      },
    });
    try {
      const ours = toPrimitive(await read);
      compareAsked(service, tally, label, answer, primitive, ours);
    } catch (error) {
      const here = refusedHere(sample, manifest);
      if (here !== undefined && raised(answer)?.includes(`${here.field}=`)) tally.count('refused by both');
      else tally.fail(`asking: ${label}: ${String(error)}; here ${String(here)}`);
    }
  });
}

/** Python's answer may differ from what we make of it by what Python is known to do, and by nothing else. */
function compareAsked(
  { subject }: Service,
  tally: Tally,
  label: string,
  answer: Answer | undefined,
  primitive: Primitive,
  ours: Primitive,
): void {
  if (answer === undefined) {
    tally.same('read as it was', subject, label, primitive, ours);
    return;
  }
  const [python, read, now] = [(answer as { ok: unknown }).ok, ours, primitive].map((tree) =>
    canonical(tree, (name) => subject.models.get(name)),
  );
  const differences = new Differences((name) => subject.models.get(name)?.Class);
  if (!isDeepStrictEqual(python, read)) differences.compare(python, read, now);
  const { cause } = differences;
  if (differences.unexplained.length > 0)
    tally.fail(`asking: ${label}: ${differences.unexplained.join('; ')}`);
  else tally.count(cause === undefined ? 'asking' : `asking, but ${cause}`);
}

function raised(answer: Answer | undefined): string | undefined {
  return answer !== undefined && 'error' in answer ? answer.error.message : undefined;
}

/** Our refusal to write an object because of a value that is too new. */
function refusedHere({ model, primitive, context }: Sample, target: Manifest): ValueTooNewError | undefined {
  try {
    toPrimitive(fromPrimitive(model.Class, primitive, { partial: true }), { target, context });
    return undefined;
  } catch (error) {
    if (!(error instanceof ValueTooNewError)) throw error;
    return error;
  }
}

/** What a call answers, or the code of its refusal. */
function attempt<T>(call: () => T): T | string {
  try {
    return call();
  } catch (error) {
    if (!isBacklevelError(error)) throw error;
    return error.code;
  }
}
