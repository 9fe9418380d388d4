import { ajv } from './ajv.js';
import { avsc } from './avsc.js';
import { backlevel } from './backlevel/backlevel.js';
import { interpreted } from './backlevel/interpreted.js';
import { classTransformer } from './class-transformer/class-transformer.js';
import { classValidator } from './class-transformer/class-validator.js';
import type { Contender } from './contender.js';
import { fastJsonStringify } from './fast-json-stringify.js';
import { msgpackr } from './msgpackr.js';
import { protobuf } from './protobuf/protobuf.js';
import { superjson } from './superjson.js';
import { typebox } from './typebox.js';
import { verzod } from './zod/verzod.js';
import { zod } from './zod/zod.js';

/** Every contender that runs in Node, in the order of the tables. */
export const CONTENDERS: readonly Contender[] = [
  backlevel,
  ...interpreted,
  classTransformer,
  classValidator,
  zod,
  verzod,
  ajv,
  typebox,
  fastJsonStringify,
  superjson,
  msgpackr,
  avsc,
  protobuf,
];
