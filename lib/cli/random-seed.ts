/** A seed for payloads; whoever takes one says which, so that a run can be repeated. */
export function randomSeed(): number {
  return Math.trunc(Math.random() * 0x7fff_ffff);
}
