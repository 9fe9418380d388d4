import type { StandardSchemaV1 } from '@standard-schema/spec';
import {
  type ObjectSchema,
  type Primitive,
  schemaOf,
  type SchemaIssue,
  toPrimitive,
} from '../../lib/index.js';
import { Server, server } from './server.js';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <_Holds extends true>(): void => {};

// The type of the spec takes ours, with what it infers.
const schema: ObjectSchema<Server> = schemaOf(Server);
schema satisfies StandardSchemaV1;
schema satisfies StandardSchemaV1<Primitive, Server>;
holds<Same<StandardSchemaV1.InferOutput<typeof schema>, Server>>();
holds<Same<StandardSchemaV1.InferInput<typeof schema>, Primitive>>();
({}) as SchemaIssue satisfies StandardSchemaV1.Issue;

const later = schemaOf(Server, { async: true });
later satisfies StandardSchemaV1<Primitive, Server>;
holds<Same<StandardSchemaV1.InferOutput<typeof later>, Server>>();

// Without async the answer is there at once.
const result = schema['~standard'].validate(toPrimitive(server));
if (result.issues === undefined) result.value.label() satisfies string;
else result.issues.map((issue) => issue.kind);
// @ts-expect-error -- a promise
later['~standard'].validate(toPrimitive(server)).issues satisfies unknown;

// An instance is no payload.
({}) as Primitive satisfies StandardSchemaV1.InferInput<typeof schema>;
// @ts-expect-error -- an instance has no index signature: toPrimitive() was forgotten
server satisfies StandardSchemaV1.InferInput<typeof schema>;

// @ts-expect-error -- another class
schema satisfies StandardSchemaV1<Primitive, Date>;
// @ts-expect-error -- an instance is no class
schemaOf(server);
// @ts-expect-error -- a schema cannot leave fields out
schemaOf(Server, { partial: true });
