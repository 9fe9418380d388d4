import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { initTRPC, StandardSchemaV1Error, TRPCError } from '@trpc/server';
import { createHTTPServer } from '@trpc/server/adapters/standalone';
import test, { type ExecutionContext } from 'ava';
import { fromPrimitive, type Primitive, schemaOf, toPrimitive } from '../../lib/index.js';
import { envelope, mistakes, payload, Placement, Server } from './server.js';

const t = initTRPC.create({
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    data: { ...shape.data, issues: error.cause instanceof StandardSchemaV1Error ? error.cause.issues : [] },
  }),
});
const hosts = { hostOf: async (id: number) => Promise.resolve(`host-${id}`) };

const router = t.router({
  label: t.procedure.input(schemaOf(Server)).query(({ input }) => input.label()),
  rename: t.procedure.input(schemaOf(Server)).mutation(({ input }) => {
    input.displayName = 'db';
    return toPrimitive(input, { target: '1.0' });
  }),
  isServer: t.procedure.input(schemaOf(Server)).query(({ input }) => input instanceof Server),
  host: t.procedure
    .input(schemaOf(Placement, { async: true, context: hosts }))
    .query(({ input }) => input.host),
  hostAtOnce: t.procedure.input(schemaOf(Placement, { context: hosts })).query(({ input }) => input.host),
});
const caller = t.createCallerFactory(router)({});

for (const target of ['1.0', '1.1', '1.2']) {
  test(`schemaOf(): tRPC hands a procedure the instance of a payload at ${target}`, async (test) => {
    const gb = target === '1.2' ? '20+40' : '1+1';
    test.is(await caller.label(payload(target)), `web#7 with ${gb} GB`);
    test.true(await caller.isServer(payload(target)));
  });
}

for (const { title, payload: wrong, path, says } of mistakes) {
  test(`schemaOf(): tRPC refuses ${title}`, async (test) => {
    const error = await test.throwsAsync(caller.label(wrong as never), { instanceOf: TRPCError });
    test.is(error?.code, 'BAD_REQUEST');
    if (!(error?.cause instanceof StandardSchemaV1Error)) throw error;
    test.deepEqual(
      error.cause.issues.map((issue) => issue.path),
      [path],
    );
    test.true(error.message.includes(says), error.message);
  });
}

test('schemaOf(): tRPC waits for a class that has to look something up', async (test) => {
  test.is(await caller.host(envelope('Placement', '1.0', { id: 3 })), 'host-3');
  test.is(await caller.host(envelope('Placement', '1.1', { id: 3, host: 'own' })), 'own');
  await test.throwsAsync(caller.host(envelope('Placement', '1.0', { id: 'x' })), {
    message: /Placement\.id: expected an integer/,
  });
});

test('schemaOf(): without async, tRPC is told that a look-up is needed', async (test) => {
  test.is(await caller.hostAtOnce(envelope('Placement', '1.1', { id: 3, host: 'own' })), 'own');
  const error = await test.throwsAsync(caller.hostAtOnce(envelope('Placement', '1.0', { id: 3 })));
  test.is((error.cause as { readonly code?: string }).code, 'BACKLEVEL_NEEDS_ASYNC');
});

test('schemaOf(): over HTTP a tRPC procedure is sent payloads, and answers in an older version', async (test) => {
  const post = await serve(test);
  const { status, body } = await post('rename', payload('1.1'));
  test.is(status, 200);
  const data = body.result?.data as Primitive;
  test.is(data['versioned_object.version'], '1.0');
  test.is(fromPrimitive(Server, data).label(), 'db#7 with 1+1 GB');
});

test('schemaOf(): over HTTP the issues come back in the shape of the error formatter', async (test) => {
  const post = await serve(test);
  const { status, body } = await post('rename', payload('1.0', { title: 'much too long', id: 'x' }));
  test.is(status, 400);
  test.deepEqual(body.error?.data.issues, [
    {
      message: 'Server.id: expected an integer, got "x"',
      path: ['versioned_object.data', 'id'],
      kind: 'type',
      object: 'Server',
      field: 'id',
    },
    {
      message: 'Server.title: expected at most 8 characters, got "much too long"',
      path: ['versioned_object.data', 'title'],
      kind: 'limit',
      object: 'Server',
      field: 'title',
    },
  ]);
});

interface Answer {
  readonly status: number;
  readonly body: {
    readonly result?: { readonly data: unknown };
    readonly error?: { readonly data: { readonly issues: unknown } };
  };
}

/** The router behind a real server until the test ends; what is answered posts to one of its procedures. */
async function serve(
  test: ExecutionContext,
): Promise<(procedure: string, input: unknown) => Promise<Answer>> {
  const http = createHTTPServer({ router });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  test.teardown(() => void http.close());
  const { port } = http.address() as AddressInfo;
  return async (procedure, input) => {
    const response = await fetch(`http://127.0.0.1:${port}/${procedure}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  };
}
