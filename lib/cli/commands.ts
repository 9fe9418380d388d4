import { bump } from './commands/bump.js';
import { check } from './commands/check.js';
import { diff } from './commands/diff.js';
import { explain } from './commands/explain.js';
import { init } from './commands/init.js';
import { prove } from './commands/prove.js';
import { release } from './commands/release.js';
import { report } from './commands/report.js';
import { show } from './commands/show.js';
import { snapshot } from './commands/snapshot.js';

/** The commands, in the order in which they are listed. */
export const commands = [init, snapshot, release, check, prove, bump, diff, explain, show, report] as const;
