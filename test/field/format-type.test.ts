import test from 'ava';
import { field, type FieldLike } from '../../lib/index.js';
import { coerces, coercesNot, reads, refuses, refusesValue } from './rows.js';

interface Form {
  readonly name: string;
  readonly field: FieldLike;
  readonly expected: RegExp;
  readonly good: readonly string[];
  readonly bad: readonly string[];
}

const v4 = ['192.0.2.1', '0.0.0.0', '255.255.255.255'];
const v6 = ['::', '::1', '2001:db8::1', '2001:DB8:0:0:0:0:0:1', '::ffff:192.0.2.1'];
const noAddress = [
  '',
  '192.0.2',
  '192.0.2.256',
  '192.0.2.01',
  '192.0.2.1 ',
  ' ::1',
  '1',
  ':::',
  '2001:db8::g',
  'fe80::1%eth0',
  '::1%',
  '[::1]',
  '192.0.2.1/32',
  'localhost',
];
const net4 = ['192.0.2.0/24', '0.0.0.0/0', '192.0.2.1/32', '192.0.2.1/24'];
const net6 = ['2001:db8::/32', '::/0', '::1/128'];
const noNetwork = [
  '',
  '192.0.2.0',
  '::',
  '192.0.2.0/',
  '/24',
  '192.0.2.0/33',
  '::/129',
  '192.0.2.0/024',
  '192.0.2.0/-1',
  '192.0.2.0/255.255.255.0',
  '192.0.2.0/24/24',
  '192.0.2.0 /24',
  'fe80::%1/64',
];

const forms: readonly Form[] = [
  {
    name: 'ipAddress()',
    field: field.ipAddress(),
    expected: /an IPv4 or IPv6 address/,
    good: [...v4, ...v6],
    bad: noAddress,
  },
  {
    name: 'ipAddress({ version: 4 })',
    field: field.ipAddress({ version: 4 }),
    expected: /an IPv4 address/,
    good: v4,
    bad: [...noAddress, ...v6],
  },
  {
    name: 'ipAddress({ version: 6 })',
    field: field.ipAddress({ version: 6 }),
    expected: /an IPv6 address/,
    good: v6,
    bad: [...noAddress, ...v4],
  },
  {
    name: 'ipNetwork()',
    field: field.ipNetwork(),
    expected: /an IPv4 or IPv6 network with its prefix length/,
    good: [...net4, ...net6],
    bad: noNetwork,
  },
  {
    name: 'ipNetwork({ version: 4 })',
    field: field.ipNetwork({ version: 4 }),
    expected: /an IPv4 network/,
    good: net4,
    bad: [...noNetwork, ...net6],
  },
  {
    name: 'ipNetwork({ version: 6 })',
    field: field.ipNetwork({ version: 6 }),
    expected: /an IPv6 network/,
    good: net6,
    bad: [...noNetwork, ...net4],
  },
  {
    name: 'mac()',
    field: field.mac(),
    expected: /a MAC address like/,
    good: ['00:1a:2b:3c:4d:5e', '00:1A:2B:3C:4D:5E', 'ff:ff:ff:ff:ff:ff'],
    bad: [
      '',
      '00-1a-2b-3c-4d-5e',
      '001a2b3c4d5e',
      '00:1a:2b:3c:4d',
      '00:1a:2b:3c:4d:5e:6f',
      '00:1a:2b:3c:4d:5g',
      '0:1a:2b:3c:4d:5e',
      '00:1a:2b:3c:4d:5e ',
    ],
  },
  {
    name: 'pciAddress()',
    field: field.pciAddress(),
    expected: /a PCI address like 0000:04:10\.7/,
    good: ['0000:04:10.7', 'abcd:EF:1f.0', '0000:00:00.0'],
    bad: [
      '',
      '04:10.7',
      '0000:04:20.0',
      '0000:04:10.8',
      '0000:04:10',
      '0000:4:10.7',
      '10000:04:10.7',
      '0000:04:10.7\n',
    ],
  },
  {
    name: 'versionPredicate()',
    field: field.versionPredicate(),
    expected: /comparisons with versions/,
    good: ['', '>=1.0', '>=1.0,!=1.2,<2', ' >= 1.0 , < 2 ', '==1.0.1rc1', '<3', '>1'],
    bad: ['1.0', '=>1.0', '>=', '>=,<2', '>=1.0,', ',>=1.0', '~=1.0', '>=1.0 <2', '>=x', 'any'],
  },
];

for (const { name, field: form, expected, good, bad } of forms) {
  for (const wire of good) test(name, reads, form, wire);
  for (const wire of bad) test(name, refuses, form, wire, 'value', '', expected);
  for (const wire of [5, true, [], {}]) test(name, refuses, form, wire, 'type', '', expected);
  test(name, refuses, form, null, 'null');
  test(name, refuses, form, '\uD800', 'value', '', /lone surrogate/);
  test(name, refusesValue, form, '!', 'value');
  test(`${name} in a list`, refuses, field.list(form), [good[0], '!'], 'value', '/1', expected);
}

for (const nullable of [
  field.ipAddress({ nullable: true }),
  field.ipNetwork({ nullable: true }),
  field.mac({ nullable: true }),
  field.pciAddress({ nullable: true }),
  field.versionPredicate({ nullable: true }),
]) {
  test(`${nullable.definition.kind}({ nullable })`, reads, nullable, null);
}

test('mac()', coerces, field.mac(), '00-1A-2B-3C-4D-5E', '00:1a:2b:3c:4d:5e');
test('mac()', coerces, field.mac(), ' 00:1a:2b:3c:4d:5e ', '00:1a:2b:3c:4d:5e');
test('mac()', coercesNot, field.mac(), '001a2b3c4d5e');
test('ipNetwork()', coerces, field.ipNetwork(), '192.0.2.1', '192.0.2.1/32');
test('ipNetwork()', coerces, field.ipNetwork(), '::1', '::1/128');
test('ipNetwork()', coercesNot, field.ipNetwork(), 'localhost');
test('ipNetwork({ version: 6 })', coercesNot, field.ipNetwork({ version: 6 }), '192.0.2.1');
test('ipAddress()', coercesNot, field.ipAddress(), 16_909_060);
test('pciAddress()', coercesNot, field.pciAddress(), '04:10.7');
test('versionPredicate()', coercesNot, field.versionPredicate(), 1);
