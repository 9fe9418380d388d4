import test from 'ava';
import { inspect } from 'node:util';
import { at, create, decode, defineObject, encode, field, Registry, versioned } from '../../lib/index.js';

const SECRET = 'hunter2';
const sensitive = true;

test('inspect(): shows no sensitive value, at any depth of the tree', (t) => {
  const registry = new Registry();
  @versioned('Account', '1.0', { registry })
  class Account {
    @field.string() name!: string;
    @field.string({ sensitive, nullable: true }) password!: string | null;
    @field.string({ sensitive, optional: true }) token?: string;
  }
  @versioned('Admin', '1.0', { registry })
  class Admin extends Account {
    @field.integer() level!: number;
  }
  const account = create(Account, { name: 'ann', password: SECRET });
  const admin = create(Admin, { name: 'bob', password: null, token: SECRET, level: 1 });
  for (const shown of [
    inspect(account),
    inspect([{ a: { account } }], { depth: 9 }),
    inspect(admin),
    inspect(new Set([admin])),
  ])
    t.false(shown.includes(SECRET), shown);
  t.is(inspect(account), "Account { name: 'ann', password: '<sensitive>', token: undefined }");
  t.true(inspect(admin).startsWith('Admin {'));
  t.true(inspect(admin).includes('level: 1'));
  t.is(account.password, SECRET);
  t.is(JSON.stringify(account), `{"name":"ann","password":"${SECRET}"}`);
  t.true(encode(account).includes(SECRET));
});

test('inspect(): a class that inspects itself in its own way goes on doing so', (t) => {
  @versioned('Own', '1.0', { registry: new Registry() })
  class Own {
    @field.string({ sensitive }) secret!: string;
    [inspect.custom](): string {
      return 'mine';
    }
  }
  t.is(inspect(create(Own, { secret: SECRET })), 'mine');
});

test('inspect(): a class without sensitive fields keeps its usual inspection', (t) => {
  t.is(
    inspect(
      create(defineObject('Box', '1.0', { value: field.string() }, { registry: new Registry() }), {
        value: 'x',
      }),
    ),
    "Box { value: 'x' }",
  );
});

test('inspect(): an older class hides what its newer one does', (t) => {
  const Login = defineObject(
    'Login',
    '1.1',
    { secret: field.string({ sensitive, renamed: [{ in: '1.1', from: 'password' }] }) },
    { registry: new Registry() },
  );
  const old = decode(at(Login, '1.0'), encode(create(Login, { secret: SECRET }), { target: '1.0' }));
  t.is(old['password'], SECRET);
  t.is(inspect(old), "Login { password: '<sensitive>' }");
});
