import { bump } from './commands/bump.js';
import { diff } from './commands/diff.js';
import { explain } from './commands/explain.js';
import { show } from './commands/show.js';

/** The commands, in the order in which they are listed. */
export const commands = [bump, diff, explain, show] as const;
