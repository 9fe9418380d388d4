import { type Change, historyOf } from '../../history/changes.js';
import { losesOf } from '../../history/fate.js';
import type { Model } from '../../model/model.js';
import type { Version } from '../../version/version.js';
import { inTextOrder } from './in-text-order.js';
import type { ChangeRecord } from './object-record.js';

/** What a version changed, as data. Which functions do it is not told: what they do to samples is. */
export function changeRecordsOf(model: Model, version: Version): readonly ChangeRecord[] {
  const made = historyOf(model).find((entry) => entry.version.equals(version));
  return (made?.changes ?? []).map((change) => recordOf(change, losesOf(model, version, change)));
}

function recordOf(change: Change, lost: readonly string[]): ChangeRecord {
  const loses = lost.length === 0 ? {} : { loses: lost.toSorted() };
  switch (change.kind) {
    case 'values': {
      const { each, replace, drop, dropObjects, refuse } = change.revision;
      const { kind, field } = change;
      // In the order of their names: an enum's own order is nothing that a reader notices.
      return {
        kind,
        field,
        each,
        replace: inTextOrder(replace),
        drop: inTextOrder(drop),
        dropObjects: inTextOrder(dropObjects),
        ...(refuse.length === 0 ? {} : { refuse: inTextOrder(refuse) }),
        ...loses,
      };
    }
    case 'hook': {
      const { kind, object, down, up } = change;
      return { kind, object, down, up, ...loses };
    }
    case 'added':
    case 'retyped':
      return { ...change, ...loses };
    case 'removed':
    case 'renamed':
    case 'limits':
      return change;
  }
}
