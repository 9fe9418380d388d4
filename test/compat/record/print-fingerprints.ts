import { heat } from '../../../objects/heat/index.js';
import { nova } from '../../../objects/nova/index.js';
import { fingerprintsOf } from './fingerprints-of.js';

// Run as a process of its own, with a time zone and a locale of its own.
const fingerprints = { ...(await fingerprintsOf(heat)), ...(await fingerprintsOf(nova)) };
const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
process.stdout.write(JSON.stringify({ locale, timeZone, fingerprints }));
