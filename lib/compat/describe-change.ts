import type { ChangeRecord } from './record/object-record.js';

/** What a version changed, in a line: `action: "CHECK" is new; older readers get "INIT"`. */
export function describeChange(change: ChangeRecord): string {
  const lost = 'loses' in change && change.loses !== undefined ? `; loses ${change.loses.join(', ')}` : '';
  return what(change) + lost;
}

function what(change: ChangeRecord): string {
  switch (change.kind) {
    case 'added':
      return `${change.field} is new`;
    case 'removed':
      return `${change.field} is gone`;
    case 'renamed':
      return `${change.from} is called ${change.field}`;
    case 'limits':
      return `${change.field} has other limits`;
    case 'retyped':
      return `${change.field} has another type`;
    case 'hook':
      return `a hook${change.object === '' ? '' : ` of ${change.object}`} converts it ${ways(change.down, change.up)}`;
    case 'values':
      return `${change.field}: ${values(change)}`;
  }
}

function ways(down: boolean, up: boolean): string {
  if (down && up) return 'both ways';
  return down ? 'on the way down' : 'on the way up';
}

function values({
  replace,
  drop,
  dropObjects,
  refuse = [],
}: Extract<ChangeRecord, { kind: 'values' }>): string {
  const shown = (value: unknown): string => JSON.stringify(value);
  const parts = [
    ...replace.map(([from, to]) => `${shown(from)} is new; older readers get ${shown(to)}`),
    ...drop.map((value) => `${shown(value)} is new; older readers get nothing for it`),
    ...dropObjects.map((name) => `${name} may stand there; older readers get nothing for it`),
    ...refuse.map((value) => `${shown(value)} is new, and refused to older readers`),
  ];
  return parts.length === 0 ? 'values are new, and refused to older readers' : parts.join('; ');
}
