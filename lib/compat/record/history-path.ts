import { join } from 'node:path';

/** The name of an object in a history: `heat.Stack`. */
export function objectId({
  namespace,
  object,
}: {
  readonly namespace: string;
  readonly object: string;
}): string {
  return `${namespace}.${object}`;
}

// Names are free text on the wire: what a file system would take for something else is spelled out.
function fileName(id: string): string {
  return `${id.replace(/[^\w.-]/gu, (character) => encodeURIComponent(character).replaceAll('*', '%2A'))}.json`;
}

export function objectPath(folder: string, id: string): string {
  return join(folder, fileName(id));
}

export const RELEASES_FILE = 'releases.json';

export function releasesPath(folder: string): string {
  return join(folder, RELEASES_FILE);
}
