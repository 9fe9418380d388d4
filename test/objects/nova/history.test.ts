import test from 'ava';
import { type Change, historyOf } from '../../../lib/index.js';
import { models } from './models.js';
import { type Rule, rulesOf, sinceOf } from './rules.js';

/** What nova's own log of versions says, and its methods do not: fields that came later and are left in for older readers. */
const logged: Readonly<Record<string, readonly string[]>> = {
  PciDevice: ['1.3 adds numa_node'],
  ImageMetaProps: [
    '1.12 adds img_signature',
    '1.12 adds img_signature_certificate_uuid',
    '1.12 adds img_signature_hash_method',
    '1.12 adds img_signature_key_type',
  ],
};

for (const model of models) {
  test(`historyOf(): ${model.name} changed as nova's rules say`, (t) => {
    const changes = historyOf(model).flatMap(({ version, changes: all }) =>
      all.flatMap((change) => inWords(version.text, change)),
    );
    const rules = rulesOf(model.name).flatMap((rule) => ruleInWords(rule, model.name));
    t.deepEqual(changes.toSorted(), [...rules, ...(logged[model.name] ?? [])].toSorted());
  });

  function inWords(at: string, change: Change): string[] {
    if (change.kind === 'added') return [`${at} adds ${change.field}`];
    if (change.kind === 'hook') return [`${at} has a hook`];
    if (change.kind !== 'values') return [`${at} ${change.kind} ${change.field}`];
    const { replace, drop } = change.revision;
    const values = valuesSince(change.field, at).map((value) => {
      const fallback = replace.find(([from]) => from === value)?.[1];
      if (fallback !== undefined)
        return `${at} writes ${change.field}=${value} as ${JSON.stringify(fallback)}`;
      return `${at} ${drop.includes(value) ? 'drops' : 'refuses'} ${change.field}=${value}`;
    });
    return values.length === 0 ? [`${at} allows null in ${change.field}`] : values;
  }

  function valuesSince(wire: string, at: string): string[] {
    const field = model.fields.find((candidate) => candidate.wire === wire);
    return Object.entries(field?.definition.options.values ?? {}).flatMap(([value, { since }]) =>
      since === at ? [value] : [],
    );
  }
}

function ruleInWords(rule: Rule, name: string): string[] {
  const at = sinceOf(rule);
  switch (rule.op) {
    case 'remove':
      return [`${at} adds ${rule.field}`];
    case 'refuse_values':
      return rule.values.map((value) => `${at} refuses ${rule.field}=${value}`);
    case 'remove_if_value':
      return rule.values.map((value) => `${at} drops ${rule.field}=${value}`);
    case 'replace_values':
      return Object.entries(rule.values).map(
        ([value, to]) => `${at} writes ${rule.field}=${value} as ${JSON.stringify(to)}`,
      );
    case 'null_becomes':
      // The number is looked up, which no option can do.
      return [`${at} allows null in ${rule.field}`, `${at} has a hook`];
    case 'hook':
      return [`${at} has a hook`];
    case 'super':
    case 'note':
      return [];
  }
  throw new TypeError(`a rule of ${name} is of no known kind`);
}
