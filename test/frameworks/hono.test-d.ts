import { sValidator } from '@hono/standard-validator';
import { Hono } from 'hono';
import type { ExtractSchema } from 'hono/types';
import { type Primitive, schemaOf } from '../../lib/index.js';
import { Server } from './server.js';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <_Holds extends true>(): void => {};

const app = new Hono().post('/label', sValidator('json', schemaOf(Server)), (c) => {
  const server = c.req.valid('json');
  holds<Same<typeof server, Server>>();
  // @ts-expect-error -- no such field
  server.displayNam satisfies unknown;
  // @ts-expect-error -- the body was checked, not the query
  c.req.valid('query');
  return c.json({ label: server.label() });
});

// What a typed client has to send.
holds<Same<ExtractSchema<typeof app>['/label']['$post']['input'], { json: Primitive }>>();
