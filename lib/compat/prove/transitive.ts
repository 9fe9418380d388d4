import { Version } from '../../version/version.js';
import type { Failure, PairResult } from './proof.js';

/** The failures, those among them told as transitive where every neighbouring pair between the two versions passes. */
export function tellTransitive(
  failures: readonly Failure[],
  pairs: readonly PairResult[],
): readonly Failure[] {
  return failures.map((failure) => {
    const { writer, reader, rule } = failure;
    const same = pairs.filter(
      ({ object, namespace }) => object === failure.object && namespace === failure.namespace,
    );
    const down = Version.parse(reader).olderThan(Version.parse(writer));
    const versions = distinct(same).filter((version) => between(version, writer, reader));
    if (versions.length < 3) return failure;
    const passes = versions.slice(1).every((newer, index) => {
      const older = versions[index] as Version;
      const [from, to] = down ? [newer, older] : [older, newer];
      const neighbours = same.filter((pair) => pair.writer === from.text && pair.reader === to.text);
      return neighbours.length > 0 && neighbours.every(({ outcome }) => outcome !== 'failed');
    });
    return passes ? { ...failure, rule: 'TRANSITIVE_BREAK', between: rule } : failure;
  });
}

function distinct(pairs: readonly PairResult[]): Version[] {
  const texts = new Set(pairs.flatMap(({ writer, reader }) => [writer, reader]));
  return [...texts].map((text) => Version.parse(text)).toSorted((a, b) => a.compare(b));
}

function between(version: Version, a: string, b: string): boolean {
  const [one, other] = [Version.parse(a), Version.parse(b)];
  const [low, high] = one.olderThan(other) ? [one, other] : [other, one];
  return version.atLeast(low) && high.atLeast(version);
}
