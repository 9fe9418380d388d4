import { readFileSync } from 'node:fs';
import type { Manifest, Primitive } from '../../../lib/index.js';

const fixtures = new URL('../../../../test/fixtures/openstack/', import.meta.url);

/** A recorded file, by its path under the fixtures: `rules/nova.json`. */
export function readFixture<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, fixtures), 'utf8')) as T;
}

/** What Python answered: a payload, or the class and the message of what it raised. */
export type Answer =
  | { readonly primitive: Primitive; readonly error?: undefined }
  | { readonly error: { readonly class: string; readonly message: string }; readonly primitive?: undefined };

export type Variant =
  | 'plain'
  | 'manifest'
  | 'manifest_children_down'
  | 'manifest_without_children'
  | 'manifest_self_only';

type Recorded = { readonly target: string; readonly variant: Variant } & (
  | Answer
  | { readonly same_as: number; readonly primitive?: undefined; readonly error?: undefined }
);

/** One recorded object. */
export interface Instance {
  readonly label: string;
  readonly current: { readonly primitive: Primitive };
  readonly what_changed: readonly string[];
  readonly backports: readonly Recorded[];
}

/** All that was recorded of one class. */
export interface Vectors {
  readonly name: string;
  readonly version: string;
  readonly versions: readonly string[];
  readonly manifest: Manifest;
  readonly manifest_children_down: Manifest;
  readonly instances: readonly Instance[];
}

export function vectorsOf(name: string): Vectors {
  return readFixture(`vectors/nova/${name}.json`);
}

/** One recorded backport: what was asked for, and what Python answered. */
export interface Row {
  readonly target: string;
  readonly variant: Variant;
  /** What a reader of this row knows; `undefined` where only a version was given. */
  readonly manifest: Manifest | undefined;
  readonly expected: Answer;
  /** What Python answered for the same version where the manifest named every child at its newest. */
  readonly withManifest: Answer | undefined;
}

export function rowsOf(vectors: Vectors, { backports }: Instance): Row[] {
  const answerOf = (recorded: Recorded): Answer =>
    'same_as' in recorded ? answerOf(backports[recorded.same_as] as Recorded) : recorded;
  return backports.map((recorded) => {
    const { target, variant } = recorded;
    const twin = backports.find((other) => other.target === target && other.variant === 'manifest');
    return {
      target,
      variant,
      manifest: manifestOf(vectors, target, variant),
      expected: answerOf(recorded),
      withManifest: twin === undefined ? undefined : answerOf(twin),
    };
  });
}

function manifestOf(vectors: Vectors, target: string, variant: Variant): Manifest | undefined {
  const self = { [vectors.name]: target };
  switch (variant) {
    case 'plain':
      return undefined;
    case 'manifest':
      return { ...vectors.manifest, ...self };
    case 'manifest_children_down':
      return { ...vectors.manifest, ...vectors.manifest_children_down, ...self };
    case 'manifest_without_children':
    case 'manifest_self_only':
      return self;
  }
}
