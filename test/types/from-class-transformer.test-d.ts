import { Expose } from 'class-transformer';
import { fromClassTransformer } from '../../lib/class-transformer/index.js';
import { field, Registry } from '../../lib/index.js';

class Book {
  @Expose() id!: string;
  @Expose() pages!: number;
  @Expose() title!: string | null;

  open(): void {}
}
const registry = new Registry();
const versions = { 1: '1.0' };

export function accepted(): void {
  fromClassTransformer(Book, {
    name: 'Book',
    versions,
    registry,
    fields: { id: field.uuid(), pages: field({ optional: true }), title: field.string({ nullable: true }) },
    omit: ['pages'],
    check: (book) => (book.pages > 0 ? undefined : 'it is empty'),
    construct: () => new Book(),
  });
}

export function refused(): void {
  // @ts-expect-error the name on the wire is missing
  fromClassTransformer(Book, { versions });
  // @ts-expect-error nothing says what the numbers are
  fromClassTransformer(Book, { name: 'Book' });
  // @ts-expect-error the property is text
  fromClassTransformer(Book, { name: 'Book', versions, fields: { id: field.integer() } });
  // @ts-expect-error no property is called so
  fromClassTransformer(Book, { name: 'Book', versions, fields: { pgaes: field.integer() } });
  // @ts-expect-error a method is no data
  fromClassTransformer(Book, { name: 'Book', versions, omit: ['open'] });
  // @ts-expect-error a version is a text
  fromClassTransformer(Book, { name: 'Book', versions: { 1: 1 } });
}
