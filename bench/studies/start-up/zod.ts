import { z } from 'zod';

for (let number = 0; number < 100; number += 1) {
  const schema = z.object({
    id: z.int(),
    uuid: z.uuid(),
    name: z.string().max(64),
    note: z.string().nullable(),
    state: z.enum(['new', 'ready', 'gone']),
    count: z.int().min(0),
    share: z.number(),
    active: z.boolean(),
    tags: z.array(z.string()),
    seenAt: z.iso.datetime(),
  });
  const text = JSON.stringify({
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
  if (schema.parse(JSON.parse(text)).id !== number) throw new Error('not what was written');
}
const { user, system } = process.cpuUsage();
process.stdout.write(String(user + system));
