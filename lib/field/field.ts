import { bare } from './bare-type.js';
import { bigint } from './bigint-type.js';
import { boolean } from './boolean-type.js';
import { dateTime } from './date-time-type.js';
import { dict } from './dict-type.js';
import { enumeration } from './enum-type.js';
import { integer } from './integer-type.js';
import { ipAddress } from './ip-address-type.js';
import { ipNetwork } from './ip-network-type.js';
import { json } from './json-type.js';
import { list } from './list-type.js';
import { mac } from './mac-type.js';
import { number } from './number-type.js';
import { object } from './object-type.js';
import { pciAddress } from './pci-address-type.js';
import { set } from './set-type.js';
import { stateMachine } from './state-machine-type.js';
import { string } from './string-type.js';
import { uuid } from './uuid-type.js';
import { versionPredicate } from './version-predicate-type.js';

/**
 * The field types. Each is a decorator of a property, an element of a list, set or dict, and a member of `defineObject`:
 * `@field.string({ maxLength: 64 }) name!: string`, `field.list(field.uuid())`.
 */
export const field = Object.assign(bare, {
  string,
  integer,
  bigint,
  number,
  boolean,
  enum: enumeration,
  stateMachine,
  uuid,
  dateTime,
  ipAddress,
  ipNetwork,
  mac,
  pciAddress,
  versionPredicate,
  json,
  list,
  set,
  dict,
  object,
});
