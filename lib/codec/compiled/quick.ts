import type { ReadOptions, WriteOptions } from '../engine/options.js';
import type { Model } from '../../model/model.js';
import { isDict } from './dict-code.js';
import { type Program, programOf } from './program.js';
import { Run } from './run.js';
import { compiles } from './tier.js';

/**
 * The instance of a payload where compiled code finds it plainly fine; `undefined` for any other, which the interpreting engine then
 * reads from the start: it knows every answer, this only knows one. `depth` is how deep the payload stands in something larger.
 *
 * A constructor, a rule or a conversion of the user's may run here and again there, if the payload turns out not to be fine.
 */
export function readQuickly(
  primitive: unknown,
  model: Model,
  options: ReadOptions,
  depth: number,
): object | undefined {
  if (options.coerce === true || options.python === true) return undefined;
  return attempt(model, (program) => {
    const run = new Run(options.limits, options.partial ?? false, options.track ?? true);
    if (run.isNarrow || !isDict(primitive)) return undefined;
    const reader = program.reader(model, primitive[model.envelope.version]);
    return reader?.read(primitive, run, depth) as object | undefined;
  });
}

/** Whether compiled code finds that a payload fits the version that it claims. */
export function fitsQuickly(primitive: unknown, model: Model, partial: boolean): boolean {
  const fits = attempt(model, (program) => {
    if (!isDict(primitive)) return undefined;
    const run = new Run(undefined, partial, false);
    return program.reader(model, primitive[model.envelope.version])?.check(primitive, run, 0);
  });
  return fits ?? false;
}

/** The text of an instance for readers of the target where compiled code finds it plainly fine; `undefined` for any other. */
export function writeQuickly(instance: object, model: Model, options: WriteOptions): string | undefined {
  if (options.python === true || options.strict === true) return undefined;
  return attempt(model, (program) => {
    const run = new Run(options.limits, false, false);
    if (run.isNarrow) return undefined;
    const writer =
      options.target === undefined
        ? program.newest.writer(model, model.version)
        : program.writerFor(model, options.target);
    return writer?.write(instance, run, 0, undefined);
  });
}

/** What compiled code throws is not passed on: the interpreting engine meets the same, and says of it what is to be said. */
function attempt<T>(model: Model, call: (program: Program) => T | undefined): T | undefined {
  if (!compiles()) return undefined;
  try {
    const program = programOf(model);
    return program.usable ? call(program) : undefined;
  } catch {
    return undefined;
  }
}
