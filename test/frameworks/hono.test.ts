import { sValidator } from '@hono/standard-validator';
import test from 'ava';
import { Hono } from 'hono';
import { decode, encode, schemaOf } from '../../lib/index.js';
import { envelope, mistakes, payload, Placement, Server } from './server.js';

const hosts = { hostOf: async (id: number) => Promise.resolve(`host-${id}`) };

const app = new Hono()
  .post('/label', sValidator('json', schemaOf(Server)), (c) => {
    const server = c.req.valid('json');
    return c.json({ label: server.label(), isServer: server instanceof Server });
  })
  .put('/server', sValidator('json', schemaOf(Server)), (c) => {
    const server = c.req.valid('json');
    server.zone = 'south';
    return c.body(encode(server), 200, { 'content-type': 'application/json' });
  })
  .post(
    '/problem',
    sValidator('json', schemaOf(Server), (result, c) => {
      if (result.success) return undefined;
      return c.json({ errors: result.error.map(({ message, path }) => ({ path, message })) }, 422);
    }),
    (c) => c.text('fine'),
  )
  .post('/host', sValidator('json', schemaOf(Placement, { async: true, context: hosts })), (c) =>
    c.text(c.req.valid('json').host),
  );

for (const target of ['1.0', '1.1', '1.2']) {
  test(`schemaOf(): Hono hands a handler the instance of a payload at ${target}`, async (t) => {
    const response = await send('/label', payload(target));
    t.is(response.status, 200);
    const gb = target === '1.2' ? '20+40' : '1+1';
    t.deepEqual(await response.json(), { label: `web#7 with ${gb} GB`, isServer: true });
  });
}

for (const { title, payload: wrong, path, says } of mistakes) {
  test(`schemaOf(): Hono answers 400 to ${title}`, async (t) => {
    const response = await send('/label', wrong);
    t.is(response.status, 400);
    const { error } = (await response.json()) as { error: { path: unknown; message: string }[] };
    t.deepEqual(
      error.map((issue) => issue.path),
      [path],
    );
    t.true(error[0]?.message.includes(says), error[0]?.message);
  });
}

test('schemaOf(): a hook of Hono makes its own answer of the issues, all of them', async (t) => {
  const response = await send('/problem', payload('1.2', { id: null, zone: 1 }));
  t.is(response.status, 422);
  t.deepEqual(await response.json(), {
    errors: [
      { path: ['versioned_object.data', 'id'], message: 'Server.id: expected an integer, got null' },
      { path: ['versioned_object.data', 'zone'], message: 'Server.zone: expected a string, got 1' },
    ],
  });
  t.is(await (await send('/problem', payload('1.1'))).text(), 'fine');
});

test('schemaOf(): an instance from Hono knows what it was read from', async (t) => {
  const response = await send('/server', payload('1.0'), 'PUT');
  const answered = decode(Server, await response.text());
  t.is(answered.zone, 'south');
});

test('schemaOf(): Hono waits for a class that has to look something up', async (t) => {
  t.is(await (await send('/host', envelope('Placement', '1.0', { id: 3 }))).text(), 'host-3');
});

async function send(path: string, body: unknown, method = 'POST'): Promise<Response> {
  return app.request(path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
