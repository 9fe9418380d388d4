import { isIPv4, isIPv6, SocketAddress } from 'node:net';
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
  return (version !== 6 && isIPv4(text)) || (version !== 4 && isIPv6(text) && !text.includes('%'));
}

/** The address as RFC 5952 writes it, `2001:db8::1`; what is no IPv6 address stays as it is. */
export function shortestAddress(text: string): string {
  return isAddress(text, 6) ? new SocketAddress({ address: text, family: 'ipv6' }).address : text;
}

function addressFormat(version: 4 | 6 | undefined): Format {
  return {
    kind: 'ipAddress',
    description: `an IPv${version ?? '4 or IPv6'} address`,
    matches: (text) => isAddress(text, version),
    coerce: shortestAddress,
    schema:
      version === undefined
        ? { anyOf: [{ format: 'ipv4' }, { format: 'ipv6' }] }
        : { format: `ipv${version}` },
    ...(version === undefined ? {} : { data: { version } }),
  };
}
