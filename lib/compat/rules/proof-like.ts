/** What rules read of a proof: which pairs were tried, what they lost, and what failed. */
export interface ProofLike {
  readonly pairs: readonly TriedPair[];
  readonly failures: readonly {
    /** The id of the rule that it breaks. */
    readonly rule: string;
    readonly object: string;
    readonly writer: string;
    readonly reader: string;
    readonly message: string;
    /** A JSON pointer into the payload. */
    readonly path?: string;
  }[];
}

/** A writer and a reader that a proof tried with payloads. */
export interface TriedPair {
  readonly object: string;
  readonly writer: string;
  readonly reader: string;
  /** The paths that the way down declares as lost, and those of them that were seen lost. */
  readonly declared?: readonly string[];
  readonly witnessed?: readonly string[];
}

/** Whether a proof tried an object between each of these versions and the last of them, in both directions. */
export function isProved(proof: ProofLike | undefined, object: string, versions: readonly string[]): boolean {
  const newest = versions.at(-1);
  const tried = (writer: string | undefined, reader: string | undefined): boolean =>
    proof?.pairs.some(
      (pair) => pair.object === object && pair.writer === writer && pair.reader === reader,
    ) === true;
  return versions.every(
    (version) => version === newest || (tried(newest, version) && tried(version, newest)),
  );
}
