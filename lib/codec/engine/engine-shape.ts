import type { Loss } from '../../errors/backport-errors.js';
import type { Model } from '../../model/model.js';
import type { Primitive } from './envelope.js';
import type { ResolvedTarget } from './target.js';
import type { Work } from './work.js';

/** What a write made. `losses` only where they were asked for. */
export interface Written {
  readonly primitive: Primitive;
  readonly losses: readonly Loss[];
}

/**
 * What reads and writes objects by their models and plans. There is one that interprets; another may generate code:
 * it must give the same answer and the same fault to every payload.
 */
export interface Engine {
  /** The instance of a payload for `model`. Problems are left in the work, or thrown where they end it. */
  read(primitive: unknown, model: Model, work: Work): object | undefined;
  /** Whether a payload fits the version that it claims; problems are left in the work. */
  check(primitive: unknown, model: Model, work: Work): boolean;
  /** The payload of an instance. Problems are left in the work, and `undefined` is answered with them. */
  write(
    instance: object,
    model: Model,
    target: ResolvedTarget,
    work: Work,
    losses: boolean,
  ): Written | undefined;
  /** The text of an instance at its newest version. */
  writeText(instance: object, model: Model, work: Work): string | undefined;
  /** A payload rewritten at another version, without an instance. */
  rewrite(primitive: unknown, model: Model, target: ResolvedTarget, work: Work): Written | undefined;
}
