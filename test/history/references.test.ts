import test from 'ava';
import {
  defineObject,
  encode,
  field,
  Registry,
  type Ref,
  versioned,
  versionManifest,
} from '../../lib/index.js';
import { refused } from '../codec/refusal.js';

test('versionManifest(): every object at any depth, subclasses and the class itself', (t) => {
  const registry = new Registry();
  @versioned('Base', '1.2', { registry })
  class Base {
    @field.integer() id!: number;
  }
  @versioned('Sub', '1.5', { registry })
  class Sub extends Base {
    @field.list(field.object<object, {}>('Leaf')) leaves!: object[];
  }
  defineObject('Leaf', '1.1', { up: field.object('Root', { nullable: true }) }, { registry });
  defineObject('Unrelated', '1.0', {}, { registry });
  @versioned('Root', '1.3', { registry })
  class Root {
    @field.dict(field.set(field.object(() => Base, { subclasses: true }))) bases!: Record<
      string,
      Set<Ref<Base>>
    >;
  }
  t.deepEqual(versionManifest(Root), { Root: '1.3', Base: '1.2', Sub: '1.5', Leaf: '1.1' });
  t.deepEqual(versionManifest(Sub), { Sub: '1.5', Leaf: '1.1', Root: '1.3', Base: '1.2' });
  t.deepEqual(versionManifest(Base), { Base: '1.2' });
});

test('versionManifest(): a field without subclasses reaches only its class', (t) => {
  const registry = new Registry();
  @versioned('Base', '1.0', { registry })
  class Base {
    @field.integer() id!: number;
  }
  @versioned('Sub', '1.0', { registry })
  class Sub extends Base {}
  const Root = defineObject('Root', '1.0', { base: field.object(Base) }, { registry });
  t.deepEqual(Object.keys(versionManifest(Root)), ['Root', 'Base']);
  t.deepEqual(versionManifest(Sub), { Sub: '1.0' });
});

test('versionManifest(): a class that is declared later is found', (t) => {
  const registry = new Registry();
  class Base {}
  versioned('Base', '1.0', { registry })(Base);
  const Root = defineObject('Root', '1.0', { base: field.object(Base, { subclasses: true }) }, { registry });
  t.deepEqual(Object.keys(versionManifest(Root)), ['Root', 'Base']);
  class Late extends Base {}
  versioned('Late', '1.0', { registry })(Late);
  t.deepEqual(Object.keys(versionManifest(Root)), ['Root', 'Base', 'Late']);
});

test('encode(): a field that names no class says which, where, and what to do', (t) => {
  const registry = new Registry();
  const A = defineObject('A', '1.0', { b: field.object('Nowhere') }, { registry });
  const B = defineObject('B', '1.0', { b: field.object(() => class Plain {}) }, { registry });
  const given = (Class: new () => { b?: unknown }) => Object.assign(new Class(), { b: new A() });
  refused(t, () => encode(given(A as never)), {
    code: 'DECLARATION',
    says: ['A', 'Nowhere', 'same registry'],
  });
  refused(t, () => encode(given(B as never)), {
    code: 'DECLARATION',
    says: ['B', 'no versioned class', '@versioned'],
  });
});
