import type { ContainerType } from '../../field/container-type.js';
import type { FieldType } from '../../field/field-type.js';
import type { ObjectType } from '../../field/object-type.js';
import type { Run } from './run.js';
import { dictReader, dictWriter } from './dict-code.js';
import { jsonReader, writeJson } from './json-code.js';
import { listReader, listWriter, setReader, setWriter } from './list-code.js';
import { scalarReader, scalarWriter } from './scalar-code.js';

/** How the wire values of a type are checked and read. Neither is asked about null. `depth` is the length of the path to the value. */
export interface TypeReader {
  readonly check: (wire: unknown, run: Run, depth: number) => boolean;
  /** The instance's value; `undefined` where the wire value is not plainly fine. */
  readonly read: (wire: unknown, run: Run, depth: number) => unknown;
}

/**
 * Writes an instance's value that is not null as JSON; `undefined` where it is not plainly fine.
 * `was` is the wire value that was read, if the answer to whether it differs is wanted: then it sets `run.differs` where it does.
 */
export type TypeWriter = (value: unknown, run: Run, depth: number, was: unknown) => string | undefined;

/** How a type reads; `undefined` for a type that has no compiled form. `children` makes the readers of objects. */
export function readerOf(
  type: FieldType,
  children: (type: ObjectType) => TypeReader,
): TypeReader | undefined {
  const { scalar } = type;
  if (scalar !== undefined) return scalarReader(scalar);
  if (type.kind === 'object') return children(type as ObjectType);
  if (type.kind === 'json') return jsonReader;
  if (type.element === undefined) return undefined;
  const element = readerOf(type.element, children);
  if (element === undefined) return undefined;
  const container = type as ContainerType;
  if (type.kind === 'list') return listReader(container, element);
  if (type.kind === 'dict') return dictReader(container, element);
  return type.kind === 'set' ? setReader(container, element) : undefined;
}

/** How a type writes; `undefined` for a type that has no compiled form. */
export function writerOf(
  type: FieldType,
  children: (type: ObjectType) => TypeWriter,
): TypeWriter | undefined {
  const { scalar } = type;
  if (scalar !== undefined) return scalarWriter(scalar);
  if (type.kind === 'object') return children(type as ObjectType);
  if (type.kind === 'json') return writeJson;
  if (type.element === undefined) return undefined;
  const element = writerOf(type.element, children);
  if (element === undefined) return undefined;
  const container = type as ContainerType;
  if (type.kind === 'list') return listWriter(container, element);
  if (type.kind === 'dict') return dictWriter(container, element);
  return type.kind === 'set' ? setWriter(container, element) : undefined;
}

/** How many containers stand in each other in a type, as far as its declaration says so: what is below json and objects counts itself. */
export function levelsOf(type: FieldType): number {
  return type.element === undefined ? 0 : 1 + levelsOf(type.element);
}
