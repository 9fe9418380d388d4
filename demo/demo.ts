import { at, backport, decode, encode, LossError, toPrimitive, ValueTooNewError } from '../lib/index.js';
import { heat, Resource, samplesOf, Service } from '../objects/heat/index.js';
import { HVSpec, nova, PciDevice } from '../objects/nova/index.js';
import { census, legend, sum, tally } from './census.js';
import { dataOf, differences } from './differences.js';
import { heading, progress, say, show, sideBySide, table } from './page.js';
import { recorded, recordedAs } from './recorded.js';
import { thrownBy } from './thrown-by.js';
import { walk } from './walk.js';

const started = performance.now();

say(
  'backlevel is for services that are upgraded one at a time: for a while, old and new ones talk to each other. ' +
    "The payloads of nova, OpenStack's compute service, were written by its own Python. Those of Heat are made up, " +
    'from numbered seeds, and so is the history of its classes.',
);

heading('1. One payload, and the same for an older reader');
say('What an older reader does not know is left out. What it keeps elsewhere is moved there.');
const device = recordedAs(PciDevice, 'full');
const older = backport(device.instance, '1.3').primitive;
const pair = differences(device.primitive, older);
show(
  sideBySide(['PciDevice 1.7, as nova wrote it', pair.before], ['for a reader of PciDevice 1.3', pair.after]),
);
show(`(and ${pair.same} more fields, the same in both)`);

heading('2. A refusal, and its cure');
say('A value that an older reader would misunderstand is not sent to it. The error says what to do:');
const { instance: broken } = recordedAs(PciDevice, 'status=unavailable');
const refusal = thrownBy(ValueTooNewError, () => backport(broken, '1.4'));
show(refusal.message);
say('So the sender holds the payload back until the reader is upgraded. Then it goes:');
const held = backport(broken, refusal.since).primitive;
show(`PciDevice ${refusal.since}: ${refusal.field} is ${JSON.stringify(dataOf(held)[refusal.field])}`);

heading('3. A loss, declared');
say(
  'Where the class says what an older reader gets instead, the payload is written, and the loss is reported:',
);
const { instance: hypervisor } = recordedAs(HVSpec, 'hv_type=vz');
for (const { object, path, kind, from, to, declared } of backport(hypervisor, '1.0').losses) {
  show(
    `${object} ${path}: ${JSON.stringify(from)} was ${kind}, now ${JSON.stringify(to)}; declared: ${declared}`,
  );
}
say('A sender that would rather not write it asks for strict: true, and is told:');
show(thrownBy(LossError, () => backport(hypervisor, '1.0', { strict: true })).message);

heading('4. A payload of an older service, upgraded');
say(
  "at(Resource, '2016.1') plays a service of that release of Heat. It sends a resource; the class of today reads it, " +
    'and brings it up to its own shape.',
);
const { resource, service } = samplesOf(4);
const OldResource = at(Resource, '2016.1');
const sent = toPrimitive(decode(OldResource, encode(resource, { target: '2016.1' })));
const upgraded = toPrimitive(decode(Resource, JSON.stringify(sent)));
const grown = differences(sent, upgraded);
show(sideBySide(['sent by release 2016.1', grown.before], ['read by the newest', grown.after]));
show(`(and ${grown.same} more fields, the same in both)`);

heading('5. Bare data, from before there were versions');
say('An engine of the first days reads and sends no envelope. The class says which version that is.');
const bare = encode(service, { target: 'untagged' });
const tagged = toPrimitive(decode(Service, bare));
show(sideBySide(['sent to it, and sent back', JSON.parse(bare)], ['read from that', tagged]));

heading('6. All of it, for every older reader');
say(
  'Each payload is written for each older version of its class, read by that version, given back, upgraded, ' +
    'and written once more.',
);
const step = progress('written or refused so far');
const seeds = Array.from({ length: 20 }, (_, index) => index + 1);
const made = seeds.flatMap((seed) => Object.values<object>({ ...samplesOf(seed) }));
const walks = [
  ...nova.models.map(({ Class }) => [Class, recorded(Class).map(({ instance }) => instance)] as const),
  ...heat.models.map(({ Class }) => [Class, made.filter((instance) => instance instanceof Class)] as const),
]
  .map(([Class, instances]) => walk(Class, instances, step))
  .filter(({ versions }) => versions > 1);
show(table(census(walks)));
say(`The last columns count losses by their cause (${legend(walks)}).`);

const losses = walks.flatMap((walked) => walked.losses);
say(
  `Refusals: ${tally(walks.flatMap((walked) => walked.refusals))}. ` +
    `Losses that no class declares: ${losses.filter((loss) => !loss.declared).length} of ${losses.length}. ` +
    `Payloads that came back other than they went: ${sum(walks.map((walked) => walked.unstable))}. ` +
    `Time: ${((performance.now() - started) / 1000).toFixed(1)} s.`,
);
