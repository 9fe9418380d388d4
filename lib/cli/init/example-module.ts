import type { ModuleEnding } from './module-ending.js';

/** A first module: one class, with one change to see how it is told. */
export function exampleModule(ending: ModuleEnding): string {
  const typed = ending.endsWith('ts') ? `export type Server = InstanceType<typeof Server>;\n` : '';
  return `import { defineObject, field } from 'backlevel';

export const Server = defineObject('Server', '1.1', {
  id: field.integer(),
  name: field.string({ maxLength: 64 }),
  // New in 1.1: readers at 1.0 get no tags, and what 1.0 sent had none.
  tags: field.list(field.string(), { since: '1.1', absent: [] }),
});
${typed}`;
}
