import type { Model } from './model.js';

const INSPECT = Symbol.for('nodejs.util.inspect.custom');

type Inspect = (value: unknown, options: unknown) => string;

/** Keeps sensitive values out of `console.log` and `util.inspect`, unless the class inspects itself in its own way. */
export function hideSensitive({ Class, fields }: Model): void {
  const sensitive = fields.filter((field) => field.definition.options.sensitive);
  const prototype = Class.prototype as object;
  if (sensitive.length === 0 || Object.hasOwn(prototype, INSPECT)) return;
  const hidden = new Set(sensitive.map((field) => field.property));
  Object.defineProperty(prototype, INSPECT, {
    configurable: true,
    value(this: object, _depth: number, options: object, inspect: Inspect): string {
      const shown = Object.entries(this).map(
        ([key, value]) => [key, hidden.has(key) && value !== undefined ? '<sensitive>' : value] as const,
      );
      return `${Class.name} ${inspect(Object.fromEntries(shown), options)}`;
    },
  });
}
