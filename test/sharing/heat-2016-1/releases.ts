import { defineReleases } from '../../../lib/index.js';
import { heat } from '../../../objects/heat/registry.js';
import '../../../objects/heat/service.js';
import './stack.js';

/** What the package knew of releases in 2016.1. */
export const releases = defineReleases(heat, {
  '2015.2': { Stack: '1.0', Resource: '1.0', ResourceData: '1.0', RawTemplate: '1.0', Service: '1.0' },
  '2016.1': { Stack: '1.1', StackTag: '1.0', Resource: '1.2', Service: '1.1' },
});
