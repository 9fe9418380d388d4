export { BacklevelError, isBacklevelError } from './errors/backlevel-error.js';
export * from './errors/backport-errors.js';
export * from './errors/declaration-errors.js';
export type { Fault, FaultKind } from './errors/fault.js';
export * from './errors/payload-errors.js';
export * from './errors/stream-errors.js';
export { Version, type VersionText } from './version/version.js';
export { VersionRange } from './version/version-range.js';
export { field } from './field/field.js';
export type { Field, FieldLike, Value } from './field/field-shape.js';
export type { ChildData, HookContext, HookData } from './field/hook-context.js';
export type { Json } from './field/json.js';
export { defaultLimits, type Limits } from './field/limits.js';
export type { FieldOptions } from './field/options.js';
export type { VersionedOptions } from './model/build-model.js';
export {
  type DefinedClass,
  defineObject,
  type DefineOptions,
  type InstanceOf,
} from './model/define-object.js';
export type { Hook, HookFunction, Hooks } from './model/hooks.js';
export { modelOf } from './model/model-of.js';
export type { EnvelopeKeys, Model, ModelField, ModelHook, ObjectClass } from './model/model.js';
export type { Naming } from './model/naming.js';
export type { Ref } from './model/ref.js';
export { defaultRegistry, Registry, type RegistryOptions } from './model/registry.js';
export type { DataKeys, PartialOf, ValuesOf } from './model/values.js';
export { versioned } from './model/versioned.js';
export { type Change, historyOf, type VersionChanges } from './history/changes.js';
export { type Plan, planFor, type Step } from './history/plan.js';
export { versionManifest } from './history/references.js';
export { defineReleases, type Manifest, type Releases, releasesOf } from './history/releases.js';
export { type Shape, shapeAt, type ShapeField, versionsOf } from './history/shape.js';
export {
  backportAsync,
  decodeAsync,
  encodeAsync,
  fromPrimitiveAsync,
  toPrimitiveAsync,
} from './codec/async-verbs.js';
export { at, type PastObject } from './codec/at.js';
export { backport, type Backported, type BackportOptions } from './codec/backport.js';
export { canonicalJson } from './codec/canonical-json.js';
export { changes } from './codec/changes.js';
export { clone } from './codec/clone.js';
export { type Configuration, configure } from './codec/configure.js';
export { create, type CreateOptions, partial } from './codec/create.js';
export { decode } from './codec/decode.js';
export { decodeAny } from './codec/decode-any.js';
export { decodeLines, type DecodeLinesOptions } from './codec/decode-lines.js';
export { encode } from './codec/encode.js';
export { encodeAny } from './codec/encode-any.js';
export { encodeLines, type EncodeLinesOptions, type ItemSource } from './codec/encode-lines.js';
export { type ByteStream, encodeTo, type EncodeToOptions } from './codec/encode-to.js';
export type { Progress } from './codec/progress.js';
export type { Primitive } from './codec/engine/envelope.js';
export { equals } from './codec/equals.js';
export { fromPrimitive } from './codec/from-primitive.js';
export { isSet } from './codec/is-set.js';
export { jsonSchema } from './codec/json-schema.js';
export type { BackportRequest, ReadOptions, Target, WriteOptions } from './codec/engine/options.js';
export { resetChanges } from './codec/reset-changes.js';
export {
  type ObjectSchema,
  schemaOf,
  type SchemaIssue,
  type SchemaOptions,
  type SchemaResult,
} from './codec/schema-of.js';
export type { TextSource } from './codec/split-lines.js';
export { toPrimitive } from './codec/to-primitive.js';
export type { UnknownFieldMessage } from './codec/engine/unknown-fields.js';
export { validate, type ValidateOptions } from './codec/validate.js';
