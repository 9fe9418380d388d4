import { bumpRules } from './bump-rules.js';
import { childRules } from './child-rules.js';
import { driftRules } from './drift-rules.js';
import { flagRules } from './flag-rules.js';
import { hookRules } from './hook-rules.js';
import { noteRules } from './note-rules.js';
import { optionRules } from './option-rules.js';
import { presenceRules } from './presence-rules.js';
import { proofRules } from './proof-rules.js';
import { recordRules } from './record-rules.js';
import type { Rule } from './rule.js';
import { successionRules } from './succession-rules.js';
import { typeRules } from './type-rules.js';
import { valueRules } from './value-rules.js';
import { versionRules } from './version-rules.js';
import { waiverRules } from './waiver-rules.js';

/** Every rule, by what it looks at. */
export const rules: readonly Rule[] = Object.freeze([
  ...driftRules,
  ...bumpRules,
  ...versionRules,
  ...recordRules,
  ...presenceRules,
  ...successionRules,
  ...typeRules,
  ...optionRules,
  ...flagRules,
  ...valueRules,
  ...childRules,
  ...hookRules,
  ...proofRules,
  ...noteRules,
  ...waiverRules,
]);
