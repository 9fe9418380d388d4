/**
 * The same text as a name of a property has it. V8 finds a property at once only by such a one: a text that was put together is looked up
 * first, each time, and Maglev throws away code that was made for the name in it.
 */
export function asKey(text: string): string {
  return Object.keys({ [text]: true })[0] as string;
}
