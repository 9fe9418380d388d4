import type { Field } from './field-shape.js';
import { type Format, formatField } from './format-type.js';
import { isAddress, type IpOptions } from './ip-address-type.js';
import type { NullableBy, Only } from './options.js';

/** An IP network, `192.0.2.0/24` or `2001:db8::/32`: an address and a prefix length. */
export function ipNetwork<const O extends IpOptions = {}>(
  options?: Only<O, IpOptions>,
): Field<NullableBy<O, string>> {
  return formatField('ipNetwork', ['version'], ({ options: { version } }) => networkFormat(version), options);
}

function networkFormat(version: 4 | 6 | undefined): Format {
  return {
    kind: 'ipNetwork',
    description: `an IPv${version ?? '4 or IPv6'} network with its prefix length`,
    matches: (text) => isNetwork(text, version),
    coerce: (text) => (isAddress(text, 4) ? `${text}/32` : isAddress(text, 6) ? `${text}/128` : text),
    schema: { pattern: '^[0-9a-fA-F.:]+/[0-9]{1,3}$' },
    ...(version === undefined ? {} : { data: { version } }),
  };
}

function isNetwork(text: string, version: 4 | 6 | undefined): boolean {
  const slash = text.indexOf('/');
  if (slash === -1) return false;
  const address = text.slice(0, slash);
  const prefix = text.slice(slash + 1);
  if (!isAddress(address, version) || !/^(0|[1-9]\d{0,2})$/.test(prefix)) return false;
  return Number(prefix) <= (address.includes(':') ? 128 : 32);
}
