import { type Model, shapeAt, Version } from '../../lib/index.js';
import type { FieldType } from '../../lib/field/field-type.js';
import { normalized } from '../conformance/compare.js';

type Tree = Readonly<Record<string, unknown>>;

/** A primitive with its keys, its `changes` and its sets in order, at any depth: what Python and we write must be equal so. */
export function canonical(primitive: unknown, modelNamed: (name: string) => Model | undefined): unknown {
  const inObject = (tree: Tree, model: Model): Tree => {
    const { version, data } = model.envelope;
    const { byWire } = shapeAt(model, Version.parse(String(tree[version])));
    const entries = Object.entries(tree[data] as Tree).map(([wire, value]) => {
      const type = byWire.get(wire)?.type;
      return [wire, type === undefined ? value : inField(type, value)];
    });
    return { ...tree, [data]: Object.fromEntries(entries) as Tree };
  };
  const inField = (type: FieldType, value: unknown): unknown => {
    if (type.kind === 'object') return inTree(value);
    const { element } = type;
    if (element === undefined || typeof value !== 'object' || value === null) return value;
    if (!Array.isArray(value))
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inField(element, item)]));
    const items = value.map((item) => inField(element, item));
    return type.kind === 'set' ? items.toSorted(byText) : items;
  };
  const inTree = (tree: unknown): unknown => {
    if (typeof tree !== 'object' || tree === null) return tree;
    const name = Object.keys(tree).find((key) => key.endsWith('_object.name'));
    const model = name === undefined ? undefined : modelNamed(String((tree as Tree)[name]));
    return model === undefined ? tree : inObject(tree as Tree, model);
  };
  return normalized(inTree(primitive));
}

function byText(a: unknown, b: unknown): number {
  const one = JSON.stringify(a);
  const other = JSON.stringify(b);
  return one < other ? -1 : Number(one > other);
}
