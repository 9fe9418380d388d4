import { readFileSync } from 'node:fs';
import { fromPrimitive, modelOf, type ObjectClass, type PartialOf, type Primitive } from '../lib/index.js';

/** An object that a Python service wrote: what it is an example of, its payload, and what is read from that. */
export interface Recorded<T> {
  readonly label: string;
  readonly primitive: Primitive;
  readonly instance: PartialOf<T>;
}

interface Fixture {
  readonly instances: readonly {
    readonly label: string;
    readonly current: { readonly primitive: Primitive };
  }[];
}

/** All that OpenStack's own Python wrote of a class of nova, from the fixtures of the tests. */
export function recorded<T extends object>(Class: ObjectClass<T>): Recorded<T>[] {
  const file = `../../test/fixtures/openstack/vectors/nova/${modelOf(Class).name}.json`;
  const { instances } = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Fixture;
  return instances.map(({ label, current: { primitive } }) => ({
    label,
    primitive,
    instance: fromPrimitive(Class, primitive, { partial: true }),
  }));
}

/** The first of them that is an example of `what`. */
export function recordedAs<T extends object>(Class: ObjectClass<T>, what: string): Recorded<T> {
  const found = recorded(Class).find(({ label }) => label.includes(what));
  if (found === undefined) throw new Error(`no ${modelOf(Class).name} was recorded as ${what}`);
  return found;
}
