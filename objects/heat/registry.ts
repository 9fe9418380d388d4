import { Registry } from '../../lib/index.js';

/**
 * Models in the spirit of OpenStack Heat, the engine that turns a template into a stack of resources.
 *
 * The fields are those of Heat's own objects, shortened here and there. The histories are *designed*: Heat itself never bumped
 * these versions; this history tells its change of 2016, when the properties of resources and of events moved into an object of
 * their own, as it would be told with backlevel. Around it stand the other changes that objects see in a few years.
 */
export const heat = new Registry({ namespace: 'heat', naming: 'snake_case' });
