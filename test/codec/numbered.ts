import { create, defineObject, field, Registry } from '../../lib/index.js';

/** A class with a version before, whose readers know no `note`. */
export const Entry = defineObject(
  'Entry',
  '1.1',
  { id: field.integer(), note: field.string({ since: '1.1', absent: '' }) },
  { registry: new Registry() },
);
export type Entry = InstanceType<typeof Entry>;

export function entry(id: number, note = `note ${id}`): Entry {
  return create(Entry, { id, note });
}

/** Entries without an end, which say how many were asked for and whether the source was closed. */
export function endless<T>(make: (id: number) => T) {
  const seen = { asked: 0, closed: false };
  async function* source(): AsyncGenerator<T, void, undefined> {
    try {
      for (;;) yield make(seen.asked++);
    } finally {
      seen.closed = true;
    }
  }
  return { source: source(), seen };
}

/** All that an async iterable gives. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
