import { configure, create, decode, defineObject, encode, field, Registry } from '../../../lib/index.js';

// Run as a child process, with and without a policy against generated code. Says how often code was generated, or tried to be.
let tries = 0;
const Original = globalThis.Function;
globalThis.Function = new Proxy(Original, {
  construct: (target, parts) => {
    tries += 1;
    return Reflect.construct(target, parts) as object;
  },
});

if (process.argv[2] === 'forbidden') configure({ codegen: false });
const codegen = process.argv[2] !== 'forbidden here';

const name = '"];process.exit(3)//';
const Odd = defineObject(
  'Odd"];process.exit(4)//',
  '1.1',
  { [name]: field.string(), '\u2028`${process.exit(5)}\\': field.enum(['"];process.exit(6)//', '\u2029']), size: field.integer({ since: '1.1' }) },
  { registry: new Registry({ namespace: '");process.exit(7)//', codegen }) },
); // prettier-ignore
const odd = create(Odd, { [name]: 'x"', '\u2028`${process.exit(5)}\\': '\u2029', size: 1 });
const before = encode(odd);
const older = encode(odd, { target: '1.0' });
const turns = process.argv[2] === 'seldom' ? 500 : 5000;
for (let turn = 0; turn < turns; turn++) {
  const text = encode(odd);
  if (text !== before || encode(odd, { target: '1.0' }) !== older) throw new Error('the text changed');
  if (encode(decode(Odd, text, { track: false })) === before) throw new Error('it was not tracked');
}
process.stdout.write(String(tries));
