import type { Coverage, Finding } from '../../../lib/compat/index.js';
import type { Scene } from './scene.js';

/** A scene in which a rule finds something, and one that is nearly the same, in which it does not. */
export interface Pair {
  /** `found` is what the one finding of the rule says. */
  readonly triggers: Scene & {
    readonly found: Partial<Finding> & Pick<Finding, 'path' | 'severity' | 'versions' | 'cure'>;
  };
  /** `left` is the coverage of the finding that stays, as a note or a warning; none stays where nothing is said. */
  readonly spares: Scene & { readonly left?: Exclude<Coverage, 'uncovered'> };
}
