import { field, type FieldLike } from '../../lib/index.js';
import type { OracleType } from './oracle.js';

/** What a class's rules say of one field, in the words of our options. */
export interface FieldHistory {
  readonly since?: string;
  readonly until?: string;
  readonly nullable?: true | { readonly since: string; readonly fallback: string | number };
  readonly renamed?: readonly { readonly in: string; readonly from: string }[];
  readonly values?: Readonly<
    Record<string, { readonly since: string; readonly fallback?: string; readonly drop?: true }>
  >;
  readonly versions?: Readonly<Record<string, string>>;
  readonly optional?: true;
  readonly readOnly?: true;
}

type Make = (type: OracleType, history: object) => FieldLike;

/** A JSON type where Python's own is looser than any of ours, or writes what only it understands. */
const json: Make = (_type, history) => field.json(history);

const makers: Readonly<Record<string, Make>> = {
  String: (_type, history) => field.string(history),
  Integer: (_type, history) => field.integer(history),
  Float: (_type, history) => field.number(history),
  Boolean: (_type, history) => field.boolean(history),
  FlexibleBoolean: (_type, history) => field.boolean(history),
  DateTime: (_type, history) => field.dateTime(history),
  // Python's UUID takes any text, and the recordings hold some that is none.
  UUID: (_type, history) => field.string(history),
  IPAddress: (_type, history) => field.ipAddress(history),
  IPV4Address: (_type, history) => field.ipAddress({ ...history, version: 4 }),
  IPV6Address: (_type, history) => field.ipAddress({ ...history, version: 6 }),
  IPNetwork: (_type, history) => field.ipNetwork(history),
  // neutron's own class writes hyphens, which oslo's refuses to read.
  MACAddress: ({ module }, history) =>
    module?.startsWith('oslo') ? field.mac(history) : field.string(history),
  PCIAddress: (_type, history) => field.pciAddress(history),
  VersionPredicate: (_type, history) => field.versionPredicate(history),
  PortRange: ({ range }, history) => field.integer({ ...history, ...limitsOf(range) }),
  VlanIdRange: ({ range }, history) => field.integer({ ...history, ...limitsOf(range) }),
  Object: ({ objname, subclasses }, history) =>
    objname === undefined
      ? field.json(history)
      : field.object(objname, { ...history, ...(subclasses ? { subclasses: true } : {}) }),
  List: ({ element }, history) => field.list(...contained(element, history)),
  Set: ({ element }, history) => field.set(...contained(element, history)),
  Dict: ({ element }, history) => field.dict(...contained(element, history)),
};

/** Our field for one of Python's: by its type, as an enum where it lists its values, as JSON where it says nothing. */
export function fieldFor(type: OracleType, history: object): FieldLike {
  if (type.valid_values !== undefined) return field.enum([...new Set(type.valid_values)], history);
  return (makers[type.type] ?? json)(type, history);
}

/** The element of a container, and its own options: which version of a child goes with which of the parent, the child says. */
function contained(element: OracleType | undefined, history: FieldHistory): [FieldLike, object] {
  const { versions, ...own } = history;
  if (element === undefined) return [field.json({ nullable: true }), own];
  const inner = {
    ...(element.nullable ? { nullable: true } : {}),
    ...(versions === undefined ? {} : { versions }),
  };
  return [fieldFor(element, inner), own];
}

function limitsOf(range: readonly [number, number] | undefined): { min?: number; max?: number } {
  return range === undefined ? {} : { min: range[0], max: range[1] };
}
