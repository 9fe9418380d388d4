import type { Contender } from './contender.js';

/** What brings in each contender that runs in Node, in the order of the tables: a process loads only what it measures. */
const LOADERS: Readonly<Record<string, () => Promise<Contender | undefined>>> = {
  backlevel: async () => (await import('./backlevel/backlevel.js')).backlevel,
  'backlevel, interpreted': async () => (await import('./backlevel/interpreted.js')).interpreted,
  'class-transformer': async () =>
    (await import('./class-transformer/class-transformer.js')).classTransformer,
  'class-transformer + class-validator': async () =>
    (await import('./class-transformer/class-validator.js')).classValidator,
  zod: async () => (await import('./zod/zod.js')).zod,
  verzod: async () => (await import('./zod/verzod.js')).verzod,
  ajv: async () => (await import('./ajv.js')).ajv,
  typebox: async () => (await import('./typebox.js')).typebox,
  'fast-json-stringify': async () => (await import('./fast-json-stringify.js')).fastJsonStringify,
  'JSON.stringify, by hand': async () => (await import('./json-stringify.js')).jsonStringify,
  superjson: async () => (await import('./superjson.js')).superjson,
  msgpackr: async () => (await import('./msgpackr.js')).msgpackr,
  avsc: async () => (await import('./avsc.js')).avsc,
  'protobuf-es': async () => (await import('./protobuf/protobuf.js')).protobuf,
};

export const CONTENDER_NAMES: readonly string[] = Object.keys(LOADERS);

/** The contender of a name; `undefined` where there is none, or where the installed backlevel does not have that mode. */
export async function loadContender(name: string): Promise<Contender | undefined> {
  return LOADERS[name]?.();
}
