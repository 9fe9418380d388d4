import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// The form of the recorded folder: what unmodified Python services and oslo.versionedobjects did.

/** A field's type as Python declared it. */
export interface OracleType {
  readonly type: string;
  readonly module?: string;
  readonly nullable?: boolean;
  readonly element?: OracleType;
  readonly objname?: string;
  readonly subclasses?: boolean;
  readonly valid_values?: readonly (string | number)[];
  readonly range?: readonly [number, number];
}

export interface OracleField {
  readonly name: string;
  readonly nullable: boolean;
  readonly read_only: boolean;
  readonly declared_in: string;
  readonly type: OracleType;
}

export interface OracleClass {
  readonly name: string;
  readonly version: string;
  readonly namespace: string;
  readonly serial_namespace: string;
  readonly fields: readonly OracleField[];
  readonly mro: readonly string[];
  /** Field → pairs of the parent's version and the child's. */
  readonly obj_relationships: Readonly<Record<string, readonly (readonly [string, string])[]>>;
}

/** One operation of an `obj_make_compatible`; `when` is the condition on the target version. */
export interface OracleOp {
  readonly op: string;
  readonly when: string | null;
  readonly field?: string;
  readonly from?: string;
  readonly to?: string;
  readonly values?: readonly (string | number)[] | Readonly<Record<string, string>>;
  readonly value?: string | number;
  readonly version?: string;
  readonly args?: readonly string[];
  /** What the other members leave out, in words. */
  readonly says?: string;
}

export interface OracleMethod {
  readonly class: string;
  readonly ops: readonly OracleOp[];
  readonly needs_a_hook: boolean;
  readonly inherited_by?: readonly string[];
}

export interface OracleError {
  readonly class: string;
  readonly message: string;
}

export type Primitive = Readonly<Record<string, unknown>>;

export interface OracleBackport {
  readonly target: string;
  readonly variant: string;
  readonly primitive?: Primitive;
  readonly error?: OracleError;
  /** The index of the backport that this one equals. */
  readonly same_as?: number;
}

export interface OracleInstance {
  readonly label: string;
  readonly current: { readonly primitive: Primitive };
  readonly what_changed: readonly string[];
  readonly backports: readonly OracleBackport[];
}

export interface OracleVectors {
  readonly name: string;
  readonly manifest?: Readonly<Record<string, string>>;
  readonly manifest_children_down?: Readonly<Record<string, string>>;
  readonly instances: readonly OracleInstance[];
}

export interface OracleProject {
  readonly project: string;
  readonly classes: readonly OracleClass[];
  readonly methods: readonly OracleMethod[];
  readonly baseMethods: readonly OracleMethod[];
  readonly vectors: readonly OracleVectors[];
}

/** Every project of a recorded folder, in the order of their names. */
export function readOracle(folder: string): OracleProject[] {
  return readdirSync(join(folder, 'schema'))
    .toSorted()
    .map((file) => readProject(folder, file.replace(/\.json$/, '')));
}

function readProject(folder: string, project: string): OracleProject {
  const { classes } = read<{ classes: OracleClass[] }>(folder, 'schema', `${project}.json`);
  const rules = read<{ methods: OracleMethod[]; base_methods: OracleMethod[] }>(
    folder,
    'rules',
    `${project}.json`,
  );
  const recorded = join(folder, 'vectors', project);
  const files = existsSync(recorded) ? readdirSync(recorded).toSorted() : [];
  return {
    project,
    classes,
    methods: rules.methods,
    baseMethods: rules.base_methods,
    vectors: files.map((file) => read<OracleVectors>(recorded, file)),
  };
}

function read<T>(...path: string[]): T {
  return JSON.parse(readFileSync(join(...path), 'utf8')) as T;
}
