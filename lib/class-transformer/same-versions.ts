import type { Version } from '../version/version.js';

/** Each minor version with itself, for children of the class itself: `{ '1.0': '1.0', '1.1': '1.1' }`. */
export function sameVersions(oldest: Version, newest: Version): Record<string, string> {
  const versions: Record<string, string> = { [oldest.text]: oldest.text };
  for (let minor = oldest.minor + 1; minor <= newest.minor; minor++) {
    const text = `${newest.major}.${minor}`;
    versions[text] = text;
  }
  return versions;
}
