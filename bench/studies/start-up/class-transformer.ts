import 'reflect-metadata';
import { Expose, instanceToPlain, plainToInstance, Type } from 'class-transformer';

for (let number = 0; number < 100; number += 1) {
  class Item {
    @Expose() id!: number;
    @Expose() uuid!: string;
    @Expose() name!: string;
    @Expose() note!: string | null;
    @Expose() state!: string;
    @Expose() count!: number;
    @Expose() share!: number;
    @Expose() active!: boolean;
    @Expose() tags!: string[];
    @Expose({ since: 1.1 }) @Type(() => Date) seenAt!: Date;
  }
  const item = Object.assign(new Item(), {
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
  const text = JSON.stringify(instanceToPlain(item, { version: 1.1 }));
  const read = plainToInstance(Item, JSON.parse(text) as object, { version: 1.1 });
  if (read.id !== number) throw new Error('not what was written');
}
const { user, system } = process.cpuUsage();
process.stdout.write(String(user + system));
