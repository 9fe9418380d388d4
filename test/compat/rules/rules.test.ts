import { readFileSync } from 'node:fs';
import test from 'ava';
import { rules } from '../../../lib/compat/index.js';
import { fieldScenes } from './field-scenes.js';
import { otherScenes } from './other-scenes.js';
import type { Pair } from './pair.js';
import { findings } from './scene.js';
import { typeScenes } from './type-scenes.js';
import { versionScenes } from './version-scenes.js';

const scenes: Readonly<Record<string, Pair>> = {
  ...fieldScenes,
  ...typeScenes,
  ...versionScenes,
  ...otherScenes,
};
const ids = rules.map(({ id }) => id);

test('rules: each has an id of its own, a scene that triggers it and one that nearly does', (t) => {
  t.is(new Set(ids).size, ids.length);
  t.deepEqual(Object.keys(scenes).toSorted(), ids.toSorted());
});

for (const [id, { triggers, spares }] of Object.entries(scenes)) {
  test(`${id}: it is found, once, with the edit that mends it`, async (t) => {
    const found = (await findings(triggers)).filter(({ rule }) => rule === id);
    t.is(found.length, 1, JSON.stringify(found, undefined, 2));
    t.like(found[0], triggers.found);
  });

  test(`${id}: it is not found in what is nearly the same`, async (t) => {
    const found = (await findings(spares)).filter(({ rule }) => rule === id);
    t.deepEqual(
      found.map(({ coverage }) => coverage),
      spares.left === undefined ? [] : [spares.left],
    );
  });
}

test('docs/rules.md: it has a section for each rule and no other, with its severity, an example and a cure', (t) => {
  const page = readFileSync('docs/rules.md', 'utf8');
  const sections = new Map(
    page
      .split(/^### /m)
      .slice(1)
      .map((section) => [section.slice(0, section.indexOf('\n')), section.split(/^## /m)[0] ?? '']),
  );
  t.deepEqual([...sections.keys()].toSorted(), ids.toSorted());
  for (const { id, severity, profile, summary } of rules) {
    const text = sections.get(id) ?? '';
    t.true(text.includes(`${severity}, ${profile}`), `${id}: ${severity}, ${profile}`);
    t.true(text.includes(summary), `${id}: ${summary}`);
    t.regex(text, /^Example: .|^```/m, id);
    t.regex(text, /^Cure: ./m, id);
  }
});
