import { create, decode, defineObject, encode, field, Registry } from 'backlevel';

const registry = new Registry();
for (let number = 0; number < 100; number += 1) {
  const Class = defineObject(
    `Object${number}`,
    '1.1',
    {
      id: field.integer(),
      uuid: field.uuid(),
      name: field.string({ maxLength: 64 }),
      note: field.string({ nullable: true }),
      state: field.enum(['new', 'ready', 'gone']),
      count: field.integer({ min: 0 }),
      share: field.number(),
      active: field.boolean(),
      tags: field.list(field.string()),
      seenAt: field.dateTime({ since: '1.1' }),
    },
    { registry },
  );
  const instance = create(Class, {
    id: number,
    uuid: '2f1d3c4e-7a5b-4c6d-8e9f-0a1b2c3d4e5f',
    name: 'first',
    note: null,
    state: 'new',
    count: 1,
    share: 0.5,
    active: true,
    tags: ['a'],
    seenAt: new Date(0),
  });
  if (decode(Class, encode(instance)).id !== number) throw new Error('not what was written');
}
const { user, system } = process.cpuUsage();
process.stdout.write(String(user + system));
