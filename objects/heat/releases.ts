import { defineReleases } from '../../lib/index.js';
import './event.js';
import './service.js';
import './software-deployment.js';
import './stack.js';
import './sync-point.js';
import './user-creds.js';
import { heat } from './registry.js';

/**
 * What ran together: each release names only what changed in it, and up to three may run side by side.
 * With this, one word is enough to write a stack and all that is in it for an older service: `encode(stack, { target: '2016.1' })`.
 */
export const releases = defineReleases(
  heat,
  {
    '2015.2': {
      Stack: '1.0',
      Resource: '1.0',
      ResourceData: '1.0',
      RawTemplate: '1.0',
      Event: '1.0',
      Service: '1.0',
      SoftwareConfig: '1.0',
      SoftwareDeployment: '1.0',
      UserCreds: '1.0',
    },
    '2016.1': {
      Stack: '1.1',
      StackTag: '1.0',
      Resource: '1.2',
      Event: '1.1',
      Service: '1.1',
      SyncPoint: '1.0',
      UserCreds: '1.1',
    },
    // The properties move, and a template's files with them.
    '2016.2': {
      Stack: '1.2',
      Resource: '1.3',
      Event: '1.2',
      PropertiesData: '1.0',
      RawTemplate: '1.1',
      RawTemplateFiles: '1.0',
      SoftwareDeployment: '1.1',
    },
    '2017.1': { Stack: '1.3', StackTag: '1.1', Resource: '1.4' },
  },
  { window: 3 },
);
