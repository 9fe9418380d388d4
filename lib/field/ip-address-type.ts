import type * as Net from 'node:net';
import type { Field } from './field-shape.js';
import { type Format, formatField, type FormatOptions } from './format-type.js';
import type { NullableBy, Only } from './options.js';

export type IpOptions = FormatOptions & {
  /** Only addresses of this version of IP. */
  readonly version?: 4 | 6;
};

/** An IPv4 or IPv6 address; no zone (`%eth0`), no short form (`192.0.2`). */
export function ipAddress<const O extends IpOptions = {}>(
  options?: Only<O, IpOptions>,
): Field<NullableBy<O, string>> {
  return formatField('ipAddress', ['version'], ({ options: { version } }) => addressFormat(version), options);
}

/** Whether `text` is an address of that version of IP, or of either. */
export function isAddress(text: string, version: 4 | 6 | undefined): boolean {
  if (version !== 6 && isIPv4(text)) return true;
  // Only Node knows all forms of IPv6, and asking it costs more than everything else here.
  return version !== 4 && text.includes(':') && !text.includes('%') && net().isIPv6(text);
}

/** The address as RFC 5952 writes it, `2001:db8::1`; what is no IPv6 address stays as it is. */
export function shortestAddress(text: string): string {
  return isAddress(text, 6) ? new (net().SocketAddress)({ address: text, family: 'ipv6' }).address : text;
}

function addressFormat(version: 4 | 6 | undefined): Format {
  return {
    kind: 'ipAddress',
    description: `an IPv${version ?? '4 or IPv6'} address`,
    matches: version === 4 ? isIPv4 : (text) => isAddress(text, version),
    plain: true,
    coerce: shortestAddress,
    schema:
      version === undefined
        ? { anyOf: [{ format: 'ipv4' }, { format: 'ipv6' }] }
        : { format: `ipv${version}` },
    ...(version === undefined ? {} : { data: { version } }),
  };
}

let loaded: typeof Net | undefined;

/** Loaded for the first text that may be an IPv6 address: most programs never see one, and each would start later. */
function net(): typeof Net {
  return (loaded ??= process.getBuiltinModule('node:net'));
}

const DOT = 46;

/** What `net.isIPv4` says: four numbers up to 255 without leading zeros. Written out, it takes a third of the time. */
function isIPv4(text: string): boolean {
  const { length } = text;
  if (length < 7 || length > 15) return false;
  let octet = -1;
  let dots = 0;
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index);
    if (code === DOT) {
      if (octet < 0) return false;
      octet = -1;
      dots += 1;
    } else {
      const digit = code - 48;
      // A 0 that leads may only stand alone.
      if (digit < 0 || digit > 9 || octet === 0) return false;
      octet = octet < 0 ? digit : octet * 10 + digit;
      if (octet > 255) return false;
    }
  }
  return dots === 3 && octet >= 0;
}
