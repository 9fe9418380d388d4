import test from 'ava';
import fc from 'fast-check';
import { check, modelFrom, objectHistory } from '../../../lib/compat/index.js';
import { childrenAt } from '../../../lib/compat/record/children-at.js';
import { samplesOf } from '../../../lib/compat/record/samples.js';
import { sealEnvelope } from '../../../lib/codec/engine/envelope.js';
import {
  decode,
  encode,
  field,
  type FieldLike,
  fromPrimitive,
  isBacklevelError,
  type Json,
} from '../../../lib/index.js';
import { declarations } from './declarations.js';
import { all, cleanProof, type Declare, historyOf, object, registryOf, thing } from './scene.js';

const parts = all(object('A', '1.0', { a: field.integer() }), object('B', '1.0', { b: field.string() }));
const holding = (version: string, it: FieldLike): Declare => all(parts, thing(version, { it }));

type Way = 'old-to-new' | 'new-to-old';

/** In which directions payloads are refused between a class that was recorded and today's, tried with samples of both. */
async function broken(before: FieldLike, now: FieldLike): Promise<ReadonlySet<Way>> {
  const history = await historyOf({ before: [holding('1.0', before)], now: parts });
  const model = registryOf(holding('1.1', now)).find('Thing');
  if (model === undefined) throw new Error('it was declared');
  const sealed = (data: Json, version: string): unknown =>
    sealEnvelope(model, version, data as Record<string, Json>, undefined);
  const recorded = objectHistory(history, 'Thing');
  const ways = new Set<Way>();
  for (const data of recorded.record.versions['1.0']?.samples ?? [])
    if (isRefused(() => fromPrimitive(model.Class, sealed(data, '1.0')))) ways.add('old-to-new');
  const Old = modelFrom(recorded, '1.0');
  for (const data of await samplesOf(model, model.version, childrenAt(model, model.version))) {
    const instance = fromPrimitive(model.Class, sealed(data, '1.1')) as object;
    if (isRefused(() => decode(Old, encode(instance, { target: '1.0' })))) ways.add('new-to-old');
  }
  return ways;
}

function isRefused(turn: () => unknown): boolean {
  try {
    turn();
    return false;
  } catch (error) {
    if (isBacklevelError(error)) return true;
    throw error;
  }
}

test('check(): whatever is refused in fact, in either direction, is found', async (t) => {
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(declarations, async ([before, now]) => {
      const ways = await broken(before, now);
      refused += ways.size;
      const history = await historyOf({ before: [holding('1.0', before)], now: parts });
      const registry = registryOf(holding('1.1', now));
      const found = (await check(registry, history, { proof: cleanProof(registry, history) })).filter(
        ({ coverage, severity }) => coverage === 'uncovered' && severity !== 'info',
      );
      for (const way of ways)
        if (!found.some(({ direction }) => direction === way || direction === 'none'))
          throw new Error(`refused ${way}, and found are ${JSON.stringify(found)}`);
    }),
    { numRuns: 300 },
  );
  t.true(refused > 30, 'the declarations that are tried hardly ever break anything');
});

test('check(): whatever has another fingerprint without another version is found, and nothing else is', async (t) => {
  await fc.assert(
    fc.asyncProperty(declarations, async ([before, now]) => {
      const [old, today] = await Promise.all(
        [before, now].map((it) => historyOf({ before: [holding('1.0', it)], now: parts })),
      );
      const shapes = [old, today].map(
        (history) => history?.objects.get('shop.Thing')?.versions['1.0']?.shape,
      );
      if (old === undefined) throw new Error('it was recorded');
      const found = (await check(registryOf(holding('1.0', now)), old)).filter(
        ({ rule }) => rule === 'DRIFT_SHAPE_NO_BUMP',
      );
      if (found.length > 0 !== (shapes[0] !== shapes[1]))
        throw new Error(`shapes ${shapes.join(' and ')}, and found are ${JSON.stringify(found)}`);
      if (found.some(({ path }) => path === ''))
        throw new Error('a fingerprint sees what no comparison names');
    }),
    { numRuns: 300 },
  );
  t.pass();
});
