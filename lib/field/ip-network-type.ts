import type { Field } from './field-shape.js';
import { type Format, formatField } from './format-type.js';
import { isAddress, type IpOptions, shortestAddress } from './ip-address-type.js';
import type { NullableBy, Only } from './options.js';

/** An IP network, `192.0.2.0/24` or `2001:db8::/32`: an address and a prefix length. */
export function ipNetwork<const O extends IpOptions = {}>(
  options?: Only<O, IpOptions>,
): Field<NullableBy<O, string>> {
  return formatField('ipNetwork', ['version'], ({ options: { version } }) => networkFormat(version), options);
}

const OCTET = '(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';
const V4 = `${OCTET}(?:\\.${OCTET}){3}/(?:3[0-2]|[12]?[0-9])`;
// The address itself only by its characters: whole, it would be longer than the rest of a schema.
const V6 = '[0-9a-fA-F.]*:[0-9a-fA-F:.]*/(?:12[0-8]|1[01][0-9]|[1-9]?[0-9])';

function networkFormat(version: 4 | 6 | undefined): Format {
  return {
    kind: 'ipNetwork',
    description: `an IPv${version ?? '4 or IPv6'} network with its prefix length`,
    matches: (text) => isNetwork(text, version),
    plain: true,
    coerce: withPrefix,
    schema: { pattern: `^(?:${version === 6 ? V6 : version === 4 ? V4 : `${V4}|${V6}`})$` },
    ...(version === undefined ? {} : { data: { version } }),
  };
}

/** The network with a prefix length where the text has none, or a mask: `192.0.2.0/255.255.255.0` is `192.0.2.0/24`. */
function withPrefix(text: string): string {
  const slash = text.indexOf('/');
  const address = slash === -1 ? text : text.slice(0, slash);
  if (!isAddress(address, undefined)) return text;
  const version = address.includes(':') ? 6 : 4;
  const whole = version === 6 ? '128' : '32';
  const prefix = slash === -1 ? whole : text.slice(slash + 1);
  return `${shortestAddress(address)}/${version === 4 ? lengthOf(prefix) : prefix}`;
}

/** The prefix length of a mask, or of its complement, which others call a host mask; any other text as it is. */
function lengthOf(mask: string): string {
  if (!isAddress(mask, 4)) return mask;
  const bits = mask
    .split('.')
    .map((octet) => Number(octet).toString(2).padStart(8, '0'))
    .join('');
  const network = (/^(1*)0*$/.exec(bits) ?? /^(0+)1+$/.exec(bits))?.[1];
  return network === undefined ? mask : String(network.length);
}

function isNetwork(text: string, version: 4 | 6 | undefined): boolean {
  const slash = text.indexOf('/');
  if (slash === -1) return false;
  const address = text.slice(0, slash);
  const prefix = text.slice(slash + 1);
  if (!isAddress(address, version) || !/^(0|[1-9]\d{0,2})$/.test(prefix)) return false;
  return Number(prefix) <= (address.includes(':') ? 128 : 32);
}
