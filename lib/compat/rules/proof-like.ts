/** What rules read of a proof: which pairs were tried, and what failed. */
export interface ProofLike {
  readonly pairs: readonly { readonly object: string; readonly writer: string; readonly reader: string }[];
  readonly failures: readonly {
    /** The id of the rule that it breaks. */
    readonly rule: string;
    readonly object: string;
    readonly writer: string;
    readonly reader: string;
    readonly message: string;
    readonly path?: string;
  }[];
}

/** Whether a proof tried an object between each of these versions and the last of them. */
export function isProved(proof: ProofLike | undefined, object: string, versions: readonly string[]): boolean {
  const newest = versions.at(-1);
  return versions.every(
    (version) =>
      version === newest ||
      proof?.pairs.some((pair) => pair.object === object && [pair.writer, pair.reader].includes(version)) ===
        true,
  );
}
