import { isDeepStrictEqual } from 'node:util';
import { canonical } from './canonical.js';
import type { Answer } from './peer.js';
import type { Subject } from './subjects.js';

/** What was compared, by kind of comparison, and what differs. */
export class Tally {
  readonly counts = new Map<string, number>();
  readonly failures: string[] = [];
  readonly classes = new Set<string>();

  count(kind: string): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
  }

  /** Keeps what differs, as far as a person would read on. */
  fail(what: string): void {
    if (this.failures.length < 20) this.failures.push(what.slice(0, 500));
  }

  /** Counts two primitives that are equal with keys, sets and `changes` in order. */
  same(kind: string, { models }: Subject, label: string, expected: unknown, got: unknown): void {
    const [one, other] = [expected, got].map((tree) => canonical(tree, (name) => models.get(name)));
    if (isDeepStrictEqual(one, other)) this.count(kind);
    else this.fail(`${kind}: ${label}: ${firstDifference(one, other)}`);
  }

  /** What Python answered; `undefined`, and a failure, where it raised. */
  answered(kind: string, label: string, answer: Answer): unknown {
    if ('ok' in answer) return answer.ok;
    this.fail(`${kind}: ${label}: ${answer.error.class}: ${answer.error.message}`);
    return undefined;
  }

  /** Takes over what another counted. */
  add({ counts, classes }: Tally): void {
    for (const [kind, count] of counts) this.counts.set(kind, (this.counts.get(kind) ?? 0) + count);
    for (const name of classes) this.classes.add(name);
  }

  /** `12 there, 3 refused` */
  get line(): string {
    return [...this.counts].map(([kind, count]) => `${count} ${kind}`).join(', ');
  }
}

function firstDifference(one: unknown, other: unknown, path = ''): string {
  if (!isTree(one) || !isTree(other)) return `${path}: ${JSON.stringify(one)} here ${JSON.stringify(other)}`;
  const key = [...Object.keys(one), ...Object.keys(other)].find(
    (name) => !isDeepStrictEqual(one[name], other[name]),
  );
  return key === undefined
    ? `${path}: another order`
    : firstDifference(one[key], other[key], `${path}/${key}`);
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
