import { sameData } from '../../field/json.js';
import { historyOf } from '../../history/changes.js';
import type { Model } from '../../model/model.js';
import type { Version } from '../../version/version.js';
import type { Coverage } from '../finding.js';
import { changeRecordsOf } from '../record/change-records.js';
import type { ChangeRecord } from '../record/object-record.js';
import type { Difference } from './difference.js';
import { wireOf } from './world.js';

/** How a difference is bridged, and what that means for who writes or reads; a refusal loses nothing, but the call fails. */
export interface Bridge {
  readonly coverage: Coverage;
  readonly words: string;
  /** What to do where the bridge is not what was meant. */
  readonly cure: string;
}

/** Where nothing bridges a difference. */
export const OPEN: Bridge = { coverage: 'uncovered', words: '', cure: '' };
const HOOKED_DOWN: Bridge = { coverage: 'lossless', words: 'a hook turns it for old readers', cure: '' };
const HOOKED_UP: Bridge = { coverage: 'lossless', words: 'a hook turns what old writers send', cure: '' };

/** What the changes between two versions of today's code do to one property. */
export class Crossing {
  readonly #all: readonly ChangeRecord[];
  readonly #touching: readonly ChangeRecord[];

  constructor(model: Model, low: Version, high: Version, property: string) {
    const versions = historyOf(model)
      .map(({ version }) => version)
      .filter((version) => low.olderThan(version) && high.atLeast(version));
    const made = versions.map((version) => ({ version, changes: changeRecordsOf(model, version) }));
    this.#all = made.flatMap(({ changes }) => changes);
    this.#touching = made.flatMap(({ version, changes }) => {
      const wire = wireOf(model, version, property);
      return changes.filter((change) => change.kind !== 'hook' && change.field === wire);
    });
  }

  /** Whether a hook runs on the way down, or up. */
  hooked(direction: 'down' | 'up'): boolean {
    return this.#all.some((change) => change.kind === 'hook' && change[direction]);
  }

  /** What the way down declares as lost where it drops the property. */
  get dropLoses(): boolean {
    return this.#touching.some((change) => change.kind === 'added' && change.loses !== undefined);
  }

  bridge(difference: Difference): Bridge {
    const { kind } = difference;
    // Null passes a retype unchanged: only a hook mends it.
    if (kind === 'null-removed') return this.#mended();
    const retyped = this.#touching.find((change) => change.kind === 'retyped');
    if (retyped !== undefined) return conversion(retyped);
    if (kind === 'value-added' || kind === 'null-added') return this.#valueBridge(difference);
    if (kind === 'tightened' || kind === 'value-removed') return this.#mended();
    if (kind !== 'loosened') return OPEN;
    return this.hooked('down') ? HOOKED_DOWN : refusal('a value beyond the old limit', 'write a hook for it');
  }

  #mended(): Bridge {
    return this.hooked('up') ? HOOKED_UP : OPEN;
  }

  #valueBridge({ value, path }: Difference): Bridge {
    for (const change of this.#touching) {
      if (change.kind !== 'values' || !isAt(change, path)) continue;
      const replaced = change.replace.find(([from]) => sameData(from, value));
      if (replaced !== undefined) {
        const words = `old readers get ${JSON.stringify(replaced[1])}`;
        return { coverage: change.loses === undefined ? 'lossless' : 'declared-loss', words, cure: '' };
      }
      const dropped = [...change.drop, ...change.dropObjects].some((item) => sameData(item, value));
      if (dropped)
        return { coverage: 'declared-loss', words: 'old readers get nothing in its place', cure: '' };
      if (change.refuse?.some((item) => sameData(item, value)) === true)
        return refusal('a payload that has it', '');
    }
    return this.hooked('down') ? HOOKED_DOWN : OPEN;
  }

  /** Values that old readers get as another one, which nobody declared as lost. */
  undeclaredFallback(difference: Difference): string | undefined {
    for (const change of this.#touching) {
      if (change.kind !== 'values' || change.loses !== undefined || !isAt(change, difference.path)) continue;
      const replaced = change.replace.find(([from]) => sameData(from, difference.value));
      if (replaced !== undefined) return JSON.stringify(replaced[1]);
    }
    return undefined;
  }
}

/** Whether a change of values is one of those at this depth: of the elements of a list, or of the field itself. */
function isAt({ each }: Extract<ChangeRecord, { kind: 'values' }>, path: string): boolean {
  return each.length === path.split('.*').length - 1;
}

function conversion(change: ChangeRecord): Bridge {
  const loses = 'loses' in change && change.loses !== undefined;
  return { coverage: loses ? 'declared-loss' : 'lossless', words: 'its values are turned', cure: '' };
}

function refusal(what: string, otherwise: string): Bridge {
  return {
    coverage: 'declared-loss',
    words: `${what} is refused for old readers`,
    cure: otherwise === '' ? '' : `nothing, if a refusal is what is meant; else ${otherwise}`,
  };
}
