import type { Fault } from '../../errors/fault.js';
import { checkWrong, type WrongField } from '../engine/check-wrong.js';
import { envelopeChildren } from '../engine/envelope-children.js';
import type { ReadOptions, WriteOptions } from '../engine/options.js';
import type { Model } from '../../model/model.js';
import { isDict } from './dict-code.js';
import { type Program, programOf } from './program.js';
import { Work } from '../engine/work.js';
import { Run } from './run.js';
import { compiles } from './tier.js';

/**
 * The instance of a payload where compiled code finds it plainly fine; `undefined` for any other, which the interpreting engine then
 * reads from the start: it knows every answer, this only knows one. `depth` is how deep the payload stands in something larger; `owns` says
 * that nobody else holds it.
 *
 * A constructor, a rule or a conversion of the user's may run here and again there, if the payload turns out not to be fine.
 */
export function readQuickly(
  primitive: unknown,
  model: Model,
  options: ReadOptions,
  depth: number,
  owns: boolean,
): object | undefined {
  if (options.coerce === true || options.python === true) return undefined;
  return attempt(model, (program) => {
    const run = new Run(options.limits, options.partial ?? false, options.track ?? true, owns);
    if (run.isNarrow || !isDict(primitive)) return undefined;
    run.context = options.context;
    const reader = program.reader(model, primitive[model.envelope.version]);
    return reader?.read(primitive, run, depth) as object | undefined;
  });
}

/**
 * All that is wrong with a payload where compiled code tells which fields that is: the interpreting engine looks at these only.
 * `undefined` for a payload which it has to see as a whole.
 */
export function faultsQuickly(primitive: unknown, model: Model, partial: boolean): Fault[] | undefined {
  return attempt(model, (program) => {
    if (!isDict(primitive)) return undefined;
    const run = new Run(undefined, partial, false);
    const wrong: WrongField[] = [];
    run.wrong = wrong;
    const fits = program.reader(model, primitive[model.envelope.version])?.check(primitive, run, 0);
    if (fits === undefined || run.lost) return undefined;
    if (wrong.length === 0) return [];
    const work = new Work(model, envelopeChildren, { all: true, partial }, undefined);
    checkWrong(wrong, primitive, work);
    // A check leaves a list at its first wrong item: what it did count there counts twice, so that nothing is forgotten.
    return run.items + work.items > work.limits.items ? undefined : work.faults;
  });
}

/** The text of an instance for readers of the target where compiled code finds it plainly fine; `undefined` for any other. */
export function writeQuickly(instance: object, model: Model, options: WriteOptions): string | undefined {
  if (options.python === true || options.strict === true) return undefined;
  return attempt(model, (program) => {
    const run = new Run(options.limits, false, false);
    if (run.isNarrow) return undefined;
    if (options.target === undefined)
      return program.newest.writer(model, model.version).write(instance, run, 0, undefined);
    const found = program.writerFor(model, options.target);
    if (found === undefined) return undefined;
    run.manifest = found.manifest;
    run.context = options.context;
    return found.writer.write(instance, run, 0, undefined);
  });
}

/** What compiled code throws is not passed on: the interpreting engine meets the same, and says of it what is to be said. */
function attempt<T>(model: Model, call: (program: Program) => T | undefined): T | undefined {
  if (!compiles()) return undefined;
  try {
    const program = programOf(model);
    return program?.usable === true ? call(program) : undefined;
  } catch {
    return undefined;
  }
}
