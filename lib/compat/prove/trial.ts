import { at } from '../../codec/at.js';
import type { Primitive } from '../../codec/engine/envelope.js';
import type { Target } from '../../codec/engine/options.js';
import { manifestVersion } from '../../history/child-version.js';
import { reachableModels } from '../../history/references.js';
import { modelOf } from '../../model/model-of.js';
import type { Model, ObjectClass } from '../../model/model.js';
import type { Version } from '../../version/version.js';
import type { Law } from './law.js';
import { type Pair, type Point, versionIn } from './points.js';
import type { Subject } from './subject.js';

/** The class as the readers and writers of a version, or of a manifest, had it. */
export type Past = (Class: ObjectClass, target: Target) => ObjectClass;

/** A generated payload. */
export interface Instance {
  readonly payload: Primitive;
  /** Whether fields may be missing that objects of the class have. */
  readonly partial: boolean;
  /** Whether its children stand at other versions than those of its writer's release. */
  readonly mixed: boolean;
}

/** Something that does not hold. */
export interface Finding {
  readonly law: Law;
  readonly rule: string;
  readonly message: string;
  readonly path: string;
  /** The version that made the change, and of which object, where an error names them. */
  readonly at?: ChangedIn;
  /** The way on which it happened, where that is not the way of the pair. */
  readonly way?: 'down' | 'up';
}

export interface ChangedIn {
  readonly object: string;
  readonly version: string;
}

/** What became of one payload. */
export interface Verdict {
  readonly outcome: 'lossless' | 'lossy' | 'refused' | 'filtered';
  readonly findings: readonly Finding[];
  readonly after?: Primitive;
  readonly losses: readonly { readonly path: string; readonly kind: string; readonly declared: boolean }[];
  readonly reason?: string;
}

/** What is on trial, and the classes of the past, each made once. */
export class Trial {
  readonly #writers = new Map<Model, Map<string, ObjectClass>>();
  readonly #past = new Map<Model, Map<string, ObjectClass>>();
  readonly #at = new Map<Model, Map<string, ObjectClass>>();

  constructor(
    readonly subject: Subject,
    readonly past: Past,
    readonly laws: ReadonlySet<Law>,
    readonly context: unknown,
  ) {}

  /** The same trial by one law only. */
  only(law: Law): Trial {
    return new Trial(this.subject, this.past, new Set([law]), this.context);
  }

  /** The class that a service of the point writes with: what its manifest lacks, it does not send. */
  writerOf(model: Model, { target, today }: Pick<Point, 'target' | 'today'>): ObjectClass {
    return today ? model.Class : remember(this.#writers, model, target, () => this.past(model.Class, target));
  }

  /** The class that a service of the point reads with, as independent of today's code as `past` makes it. */
  readerOf(model: Model, { target, today }: Pick<Point, 'target' | 'today'>): ObjectClass {
    return today
      ? model.Class
      : remember(this.#past, model, target, () => this.past(model.Class, playable(model, target)));
  }

  /** The class that today's code brings payloads up to the point with. */
  classAt(model: Model, { target, today }: Pick<Point, 'target' | 'today'>): ObjectClass {
    return today
      ? model.Class
      : remember(this.#at, model, target, () => at(model.Class, playable(model, target)));
  }

  /** The version that an object in a payload of `model` has at a point; none where its manifest lacks it. */
  versionsAt(model: Model, point: Point): (child: Model) => Version | undefined {
    const { manifest, today } = point;
    if (manifest !== undefined && !today) return (child) => versionIn(child, manifest);
    const models = reachableModels(modelOf(this.classAt(model, point)));
    return ({ name, namespace }) =>
      models.find((other) => name === other.name && namespace === other.namespace)?.version;
  }
}

/** A reader whose class has a field knows what stands in it, also where its manifest forgot to say so. */
function playable(model: Model, target: Target): Target {
  if (typeof target === 'string') return target;
  const unsaid = reachableModels(model).filter((child) => manifestVersion(child, target) === undefined);
  return { ...Object.fromEntries(unsaid.map(({ name, version }) => [name, version.text])), ...target };
}

/** A pair under trial. */
export interface Case {
  readonly trial: Trial;
  readonly pair: Pair;
}

function remember(
  known: Map<Model, Map<string, ObjectClass>>,
  model: Model,
  target: Target,
  make: () => ObjectClass,
): ObjectClass {
  let classes = known.get(model);
  if (classes === undefined) known.set(model, (classes = new Map()));
  const key = JSON.stringify(target);
  let found = classes.get(key);
  if (found === undefined) classes.set(key, (found = make()));
  return found;
}
