import { type inferProcedureInput, initTRPC } from '@trpc/server';
import { type Primitive, schemaOf, toPrimitive } from '../../lib/index.js';
import { Server, server } from './server.js';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <_Holds extends true>(): void => {};

const t = initTRPC.create();
const router = t.router({
  label: t.procedure.input(schemaOf(Server)).query(({ input }) => {
    holds<Same<typeof input, Server>>();
    // @ts-expect-error -- no such field
    input.displayNam satisfies unknown;
    return input.label();
  }),
  later: t.procedure.input(schemaOf(Server, { async: true })).query(({ input }) => {
    holds<Same<typeof input, Server>>();
    return input.id;
  }),
});
holds<Same<inferProcedureInput<typeof router.label>, Primitive>>();
// @ts-expect-error -- tRPC spreads the inputs of two parsers into one plain object, which would be no Server
t.procedure.input(schemaOf(Server)).input(schemaOf(Server));
const caller = t.createCallerFactory(router)({});

export async function calls(): Promise<void> {
  (await caller.label(toPrimitive(server))) satisfies string;
  (await caller.later(toPrimitive(server))) satisfies number;
  // @ts-expect-error -- the payload of a server, not the server
  await caller.label(server);
  // @ts-expect-error -- a payload, not its text
  await caller.label('{}');
}
