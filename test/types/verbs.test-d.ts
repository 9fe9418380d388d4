import {
  at,
  clone,
  create,
  decode,
  decodeAny,
  encode,
  field,
  fromPrimitive,
  isSet,
  modelOf,
  partial,
  type PartialOf,
  Registry,
  validate,
  type ValuesOf,
  versioned,
} from '../../lib/index.js';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <_Holds extends true>(): void => {};

@versioned('Server', '1.1', { registry: new Registry() })
class Server {
  @field.integer() id!: number;
  @field.string({ nullable: true }) name!: string | null;
  @field.string({ optional: true }) note?: string;
  @field.list(field.string()) tags!: string[];

  save(): boolean {
    return this.id > 0;
  }
}

holds<
  Same<
    ValuesOf<{ id: number; name: string | null; save(): void }>,
    { readonly id?: number | undefined; readonly name?: string | null | undefined }
  >
>();
holds<Same<PartialOf<{ id: number; save(): void }>, { id: number | undefined; save: () => void }>>();

// create
const server = create(Server, { id: 1, name: null, tags: [] });
holds<Same<typeof server, Server>>();
create(Server, server);
create(Server, { id: 1 }, { from: server });
// @ts-expect-error -- a number
create(Server, { id: '1' });
// @ts-expect-error -- not nullable
create(Server, { id: null });
// @ts-expect-error -- no such field
create(Server, { idd: 1 });
// @ts-expect-error -- a method is no value
create(Server, { save: () => true });
// @ts-expect-error -- texts
create(Server, { tags: [1] });
// @ts-expect-error -- an instance is no class
create(server, {});
// @ts-expect-error -- values are needed
create(Server);

// partial
const some = partial(Server, { id: 1 });
holds<Same<typeof some, PartialOf<Server>>>();
partial(Server);
some.save();
some.name satisfies string | null | undefined;
// @ts-expect-error -- it may be unset
some.id satisfies number;
// @ts-expect-error -- no such field
partial(Server, { idd: 1 });

// decode and fromPrimitive
const text = encode(server, { target: '1.0', strict: true });
holds<Same<typeof text, string>>();
const read = decode(Server, text);
holds<Same<typeof read, Server>>();
const readSome = decode(Server, text, { partial: true });
holds<Same<typeof readSome, PartialOf<Server>>>();
const tree = fromPrimitive(Server, JSON.parse(text), { coerce: true, unknown: 'refuse' });
holds<Same<typeof tree, Server>>();
const treeSome = fromPrimitive(Server, {}, { partial: true });
holds<Same<typeof treeSome, PartialOf<Server>>>();
// @ts-expect-error -- text
decode(Server, {});
// @ts-expect-error -- no such option
decode(Server, text, { strict: true });
// @ts-expect-error -- ignore or refuse
decode(Server, text, { unknown: 'drop' });
// @ts-expect-error -- no such option
encode(server, { targett: '1.0' });
// @ts-expect-error -- versions are texts
encode(server, { target: 1.1 });
// @ts-expect-error -- no object
encode('Server');

// isSet, clone, at, validate
isSet(server, 'name');
// @ts-expect-error -- no such field
isSet(server, 'nam');
const copy = clone(server);
holds<Same<typeof copy, Server>>();
const past = decode(at(Server, '1.0'), text);
past['anything'] satisfies unknown;
validate(Server, 'whatever it is', { at: '1.0' });
modelOf(Server).version.accepts(modelOf(Server).oldest);
decodeAny([text], { registry: modelOf(Server).registry });
// @ts-expect-error -- an instance is no class
modelOf(server);
