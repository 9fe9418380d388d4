/**
 * What compiled code needs to know of a type whose wire values contain nothing: checks that answer and report nothing.
 *
 * They say yes only where the type's own check would. Where they say no, that check is run to say why.
 */
export interface ScalarForm {
  /** Whether a wire value that is not null fits. Of a `text`, neither its Unicode nor the caller's limit of its length is asked. */
  readonly fits: (wire: unknown) => boolean;
  /** Where only strings fit: the same of a string. Code that calls it by itself calls one function, and not one of many closures. */
  readonly matches?: (text: string) => boolean;
  /** The same as an expression, where that is short. `v` is the name of the value. Names and texts of a declaration go in through JSON.stringify only. */
  readonly test?: (v: string) => string;
  /**
   * How a fitting wire value is written: `text` with escapes, `plain` text that needs none, `bare` as `String` makes it,
   * `mixed` as JSON.stringify does.
   */
  readonly writes: 'text' | 'plain' | 'bare' | 'mixed';
  /** Whether a fitting value is what a wire value, not null, was read as; the same value where nothing is said. */
  readonly same?: (value: unknown, wire: unknown) => boolean;
  /** Where the instance holds something else than the wire does. */
  readonly turn?: Turn;
}

/** How a type's values and wire values are turned into each other, checked on the way: `undefined` where they do not fit. */
export interface Turn {
  readonly toValue: (wire: unknown) => unknown;
  readonly toWire: (value: unknown) => unknown;
}

/** The form of one of a closed list of values. */
export function choiceForm(values: readonly unknown[], known: ReadonlySet<unknown>): ScalarForm {
  const texts = values.filter((value): value is string => typeof value === 'string');
  const plain = texts.every((text) => JSON.stringify(text) === `"${text}"`);
  const bare = texts.length === 0 && values.every((value) => typeof value !== 'object');
  const writes = texts.length === values.length && plain ? 'plain' : bare ? 'bare' : 'mixed';
  const few = values.length > 0 && values.length <= 12 && values.every((value) => !Object.is(value, -0));
  return {
    fits: (wire) => known.has(wire),
    ...(few ? { test: (v) => values.map((value) => `${v} === ${JSON.stringify(value)}`).join(' || ') } : {}),
    writes,
  };
}
