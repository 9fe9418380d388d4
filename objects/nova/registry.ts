import { Registry } from '../../lib/index.js';

/** The objects of OpenStack's compute service, in the envelope that its services use: `nova_object.name`, ... */
export const nova = new Registry({ namespace: 'nova', envelope: 'nova_object', naming: 'snake_case' });
