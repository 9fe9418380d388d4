import test from 'ava';
import {
  create,
  DeclarationError,
  decode,
  defineObject,
  encode,
  field,
  type FieldLike,
  fromPrimitive,
  type Hooks,
  modelOf,
  type ObjectClass,
  Registry,
  shapeAt,
  toPrimitive,
  Version,
  versioned,
  type VersionedOptions,
  versionManifest,
} from '../../lib/index.js';

const dataOf = (instance: object, target: string): unknown =>
  toPrimitive(instance, { target })['versioned_object.data'];
const wires = (Class: ObjectClass, version: string): string[] =>
  shapeAt(modelOf(Class), Version.parse(version)).fields.map(({ wire }) => wire);

test('a base without a version: its fields come first, with the versions of the class that extends it', (t) => {
  const registry = new Registry({ naming: 'snake_case' });
  abstract class Timestamped {
    @field.dateTime() createdAt!: Date;
  }
  class Named extends Timestamped {
    @field.string({ since: '1.1', absent: '' }) shortName!: string;
  }
  @versioned('Stack', '1.1', { registry })
  class Stack extends Named {
    @field.integer() id!: number;
  }
  @versioned('Other', '2.1', { registry })
  class Other extends Timestamped {
    @field.integer() id!: number;
  }
  t.deepEqual(wires(Stack, '1.1'), ['created_at', 'short_name', 'id']);
  t.deepEqual(wires(Stack, '1.0'), ['created_at', 'id']);
  t.deepEqual(wires(Other, '2.1'), ['created_at', 'id']);
  t.is(modelOf(Stack).base, undefined);
  const stack = create(Stack, { createdAt: new Date(0), shortName: 'a', id: 1 });
  t.true(stack instanceof Timestamped);
  t.deepEqual(Object.keys(stack), ['createdAt', 'shortName', 'id']);
  t.is(decode(Stack, encode(stack, { target: '1.0' })).shortName, '');
});

test('a base without a version: what it declares wrongly fails with the class that has the version', (t) => {
  class Timestamped {
    @field.dateTime({ since: '1.5' }) createdAt!: Date;
  }
  t.throws(
    () => {
      @versioned('Stack', '1.1', { registry: new Registry() })
      class Stack extends Timestamped {}
      return Stack;
    },
    { instanceOf: DeclarationError, message: /^Stack\.createdAt: it changes in 1\.5/ },
  );
});

test('a base without a version: the class may declare a field anew', (t) => {
  class Loose {
    @field.string() id!: string;
    @field.string() name!: string;
  }
  @versioned('Strict', '1.0', { registry: new Registry() })
  class Strict extends Loose {
    @field.uuid() declare id: string;
  }
  t.deepEqual(
    modelOf(Strict).fields.map(({ property, definition }) => [property, definition.kind]),
    [
      ['id', 'uuid'],
      ['name', 'string'],
    ],
  );
});

const registry = new Registry();
type Bus = 'usb' | 'pci' | 'nvme';

/** 1.1 brought `bus`, 1.2 renamed `addr` and joined the two by a hook. */
@versioned('Device', '1.2', { registry, retired: { note: field.string({ until: '1.2', optional: true }) } })
class Device {
  @field.string({ renamed: [{ in: '1.2', from: 'addr' }] }) address!: string;
  @field.enum(['usb', 'pci', 'nvme'], {
    since: '1.1',
    absent: 'usb',
    values: { nvme: { since: '1.2', fallback: 'pci' } },
  })
  bus!: Bus;

  static readonly obj_make_compatible: Hooks = {
    '1.2': {
      down: (data) => {
        data['address'] = data['address'].toLowerCase();
      },
      up: (data) => {
        data['addr'] = data['addr'].toUpperCase();
      },
    },
  };
}

/** Numbers of its own: Device 1.1 since Disk 1.1, Device 1.2 since Disk 1.3. */
@versioned('Disk', '1.4', { registry, base: { '1.0': '1.0', '1.1': '1.1', '1.3': '1.2' } })
class Disk extends Device {
  @field.integer({ since: '1.2', absent: 0 }) size!: number;

  static readonly obj_make_compatible: Hooks = {
    '1.3': {
      down: (data) => {
        data['address'] += '!';
      },
      up: (data) => {
        data['addr'] = data['addr'].replace('!', '');
      },
    },
  };
}

/** Device 1.2 came with Disk 1.3, and that with Ssd 2.1. Its `bus` is its own. */
@versioned('Ssd', '2.1', { registry, base: { '2.0': '1.2', '2.1': '1.4' } })
class Ssd extends Disk {
  @field.enum(['pci', 'nvme'], { since: '2.1' }) declare bus: 'pci' | 'nvme';
  @field.integer() wear!: number;
}

test('base: fields and hooks cross where the map says', (t) => {
  t.deepEqual(wires(Disk, '1.0'), ['addr', 'note']);
  t.deepEqual(wires(Disk, '1.1'), ['addr', 'bus', 'note']);
  t.deepEqual(wires(Disk, '1.2'), ['addr', 'bus', 'size', 'note']);
  t.deepEqual(wires(Disk, '1.3'), ['address', 'bus', 'size']);
  t.deepEqual(wires(Disk, '1.4'), ['address', 'bus', 'size']);
  t.deepEqual(
    modelOf(Disk).hooks.map(({ at, object, version }) => `${at} ${object} ${version}`),
    ['1.3 Device 1.2', '1.3 Disk 1.3'],
  );
});

test('base: going down the hook of the class comes before the hook of its base, going up after it', (t) => {
  const disk = create(Disk, { address: 'A', bus: 'nvme', size: 5 });
  t.deepEqual(dataOf(disk, '1.4'), { address: 'A', bus: 'nvme', size: 5 });
  t.deepEqual(dataOf(disk, '1.3'), { address: 'A', bus: 'nvme', size: 5 });
  t.deepEqual(dataOf(disk, '1.2'), { addr: 'a!', bus: 'pci', size: 5 });
  t.deepEqual(dataOf(disk, '1.1'), { addr: 'a!', bus: 'pci' });
  t.deepEqual(dataOf(disk, '1.0'), { addr: 'a!' });
  const back = decode(Disk, encode(disk, { target: '1.0' }));
  t.deepEqual(back, create(Disk, { address: 'A', bus: 'usb', size: 0 }));
});

test('base: three levels, and a field that the subclass declares anew', (t) => {
  t.deepEqual(wires(Ssd, '2.0'), ['addr', 'size', 'wear', 'note']);
  t.deepEqual(wires(Ssd, '2.1'), ['address', 'size', 'bus', 'wear']);
  t.deepEqual(
    modelOf(Ssd).hooks.map(({ at, object, version }) => `${at} ${object} ${version}`),
    ['2.1 Device 1.2', '2.1 Disk 1.3'],
  );
  const ssd = create(Ssd, { address: 'A', bus: 'nvme', size: 5, wear: 1 });
  t.deepEqual(dataOf(ssd, '2.0'), { addr: 'a!', size: 5, wear: 1 });
  t.is(modelOf(Ssd).base, modelOf(Disk));
  t.is(modelOf(Disk).base, modelOf(Device));
  const older = fromPrimitive(Ssd, { ...toPrimitive(ssd, { target: '2.0' }) }, { partial: true });
  t.deepEqual([older.address, older.bus, older.size], ['A', undefined, 5]);
});

test('base: what the base had before the first version of the class was there from the start', (t) => {
  @versioned('Nic', '1.0', { registry, base: { '1.0': '1.2' } })
  class Nic extends Device {}
  t.deepEqual(wires(Nic, '1.0'), ['address', 'bus']);
  t.deepEqual(modelOf(Nic).hooks, []);
  t.deepEqual(modelOf(Nic).retired, []);
});

test('base: changes before the oldest version of the class are none of its own', (t) => {
  @versioned('Tape', '1.4', { registry: new Registry(), oldest: '1.3', base: { '1.0': '1.0', '1.3': '1.2' } })
  class Tape extends Device {}
  t.deepEqual(wires(Tape, '1.3'), ['address', 'bus']);
  t.deepEqual(modelOf(Tape).hooks, []);
});

test('base: a base without a history needs no map', (t) => {
  @versioned('Root', '1.7', { registry: new Registry() })
  class Root {
    @field.integer() id!: number;
  }
  @versioned('Leaf', '3.0', { registry: new Registry() })
  class Leaf extends Root {
    @field.integer() size!: number;
  }
  t.deepEqual(wires(Leaf, '3.0'), ['id', 'size']);
  t.deepEqual(toPrimitive(create(Leaf, { id: 1, size: 2 }))['versioned_object.data'], { id: 1, size: 2 });
});

test('base: the manifest of a parent lists the subclasses that may stand in it', (t) => {
  @versioned('Host', '1.0', { registry })
  class Host {
    @field.list(field.object(() => Device, { subclasses: { Disk: {}, Ssd: {} } })) devices!: Device[];
  }
  t.deepEqual(versionManifest(Host), { Host: '1.0', Device: '1.2', Disk: '1.4', Ssd: '2.1' });
});

test('base: an unversioned class between two versioned ones adds its fields after those of the base', (t) => {
  @versioned('Root', '1.0', { registry: new Registry() })
  class Root {
    @field.integer() id!: number;
    @field.string() name!: string;
  }
  class Timestamped extends Root {
    @field.dateTime() at!: Date;
    @field.uuid() declare name: string;
  }
  @versioned('Leaf', '1.1', { registry: new Registry() })
  class Leaf extends Timestamped {
    @field.integer({ since: '1.1' }) size!: number;
  }
  t.deepEqual(wires(Leaf, '1.1'), ['id', 'at', 'name', 'size']);
  t.deepEqual(wires(Leaf, '1.0'), ['id', 'at', 'name']);
  t.is(modelOf(Leaf).base, modelOf(Root));
  const kinds = Object.fromEntries(modelOf(Leaf).fields.map((of) => [of.property, of.definition.kind]));
  t.deepEqual(kinds, { id: 'integer', at: 'dateTime', name: 'uuid', size: 'integer' });
});

test('base: its check holds for its subclasses, unless they have one of their own', (t) => {
  const own = new Registry();
  const Range = defineObject(
    'Range',
    '1.0',
    { low: field.integer(), high: field.integer() },
    { registry: own, check: ({ low, high }) => (low > high ? 'low is above high' : undefined) },
  );
  const Named = defineObject('Named', '1.0', { name: field.string() }, { registry: own, extends: Range });
  const Loose = defineObject(
    'Loose',
    '1.0',
    {},
    { registry: own, extends: Range, check: ({ low }) => (low < 0 ? 'low is below 0' : undefined) },
  );
  const reversed = { low: 2, high: 1 };
  t.throws(() => create(Named, { ...reversed, name: 'n' }), { message: /^Named: low is above high/ });
  t.notThrows(() => create(Named, { low: 1, high: 2, name: 'n' }));
  t.notThrows(() => create(Loose, reversed));
  t.throws(() => create(Loose, { low: -1, high: 1 }), { message: /^Loose: low is below 0/ });
});

const wrong: [name: string, options: VersionedOptions, version: string, message: RegExp][] = [
  [
    'no map',
    {},
    '1.0',
    /^Child: it extends Device, which changed in 1\.1, 1\.2; say which version of Device each version had: base: \{ '1\.0': '1\.0', \.\.\. \}$/,
  ],
  [
    'an empty map',
    { base: {} },
    '1.0',
    /^Child: Device changed in 1\.1, and base ends at nothing; give Child a new version and say base: /,
  ],
  [
    'a map that ends too early',
    { base: { '1.0': '1.0', '1.1': '1.1' } },
    '1.1',
    /^Child: Device changed in 1\.2, and base ends at 1\.1; give Child a new version and say base: \{ \.\.\., '<that version>': '1\.2' \}$/,
  ],
  ['a key that is no version', { base: { first: '1.2' } }, '1.0', /^Child: base: "first" is no version/],
  ['a value that is no version', { base: { '1.0': 'x' } }, '1.0', /^Child: base: "x" is no version/],
  ['a value that is a number', { base: { '1.0': 1.2 as never } }, '1.0', /^Child: base: 1\.2 is no version/],
  [
    'a map that goes beyond the class',
    { base: { '1.0': '1.1', '1.5': '1.2' } },
    '1.0',
    /^Child.*: it changes in 1\.5, but the class is at 1\.0/,
  ],
];
for (const [name, options, version, message] of wrong) {
  test(`base: refused with ${name}`, (t) => {
    class Child extends Device {}
    t.throws(() => versioned('Child', version, { registry: new Registry(), ...options })(Child), {
      instanceOf: DeclarationError,
      message,
    });
  });
}

test('base: a map without a base is refused', (t) => {
  class Alone {
    declare id: FieldLike;
  }
  t.throws(() => versioned('Alone', '1.0', { registry: new Registry(), base: { '1.0': '1.0' } })(Alone), {
    instanceOf: DeclarationError,
    message: 'Alone: base is given, but the class extends no versioned class; take base away',
  });
});
