import { isPlainObject } from '../../field/json.js';
import { Version } from '../../version/version.js';

/** An envelope of whatever prefix. */
export interface FoundEnvelope {
  readonly prefix: string;
  readonly name: string;
  readonly namespace: string;
  readonly version: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The envelope that a value is, by the form of its keys: `<prefix>.name`, `<prefix>.namespace`, `<prefix>.version`, `<prefix>.data`. */
export function envelopeIn(value: unknown): FoundEnvelope | undefined {
  if (!isPlainObject(value)) return undefined;
  for (const key of Object.keys(value)) {
    if (!key.endsWith('.data')) continue;
    const prefix = key.slice(0, -'.data'.length);
    const [name, namespace, version, data] = ['name', 'namespace', 'version', 'data'].map(
      (part) => value[`${prefix}.${part}`],
    );
    const complete = typeof name === 'string' && typeof namespace === 'string' && isPlainObject(data);
    if (complete && Version.tryParse(version) !== undefined)
      return { prefix, name, namespace, version: version as string, data };
  }
  return undefined;
}
