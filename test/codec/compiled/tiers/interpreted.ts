import { forceTier } from '../../../../lib/codec/compiled/tier.js';

// Given to node as `--import`: all objects of the process are read and written in this way.
forceTier('interpreted');
