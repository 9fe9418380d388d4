import type { Json } from '../../field/json.js';
import { shapeAt, shapeBefore } from '../../history/shape.js';
import type { ModelHook } from '../../model/model.js';
import { Version } from '../../version/version.js';
import { fieldsTouched } from './fields-touched.js';
import { listed } from './cure.js';
import { eachObject, type Said } from './find.js';
import type { Rule } from './rule.js';
import type { Subject } from './world.js';

/** Hooks, as far as they can be judged without a proof. */
export const hookRules: readonly Rule[] = [
  {
    id: 'HOOK_UNKNOWN_FIELD',
    severity: 'error',
    mode: 'version',
    direction: 'none',
    profile: 'rolling',
    summary: 'a hook reads, writes or declares as lost a field that neither version has',
    find: eachObject((subject) => subject.model.hooks.flatMap((hook) => strangers(hook, subject))),
  },
  {
    id: 'HOOK_SHADOWED',
    severity: 'warn',
    mode: 'version',
    direction: 'none',
    profile: 'rolling',
    summary: 'a change stands at or below the oldest version, and never runs',
    find: eachObject(shadowed),
  },
];

function strangers(entry: ModelHook, subject: Subject): readonly Said[] {
  const { model, samples } = subject;
  if (model.oldest.atLeast(entry.at)) return [];
  const [older, newer] = [shapeBefore(model, entry.at), shapeAt(model, entry.at)];
  const known = new Set([...older.byWire.keys(), ...newer.byWire.keys()]);
  const lost = (entry.hook.loses ?? []).map((path) => path.split(/[./]/).find((part) => part !== '') ?? '');
  const given = {
    down: samples.get(entry.at.text) ?? [],
    up: samples.get(older.version.text) ?? [],
  } satisfies Record<string, readonly Json[]>;
  const found = [
    ...lost.map((field) => ({ field, how: 'declares as lost' })),
    ...(['down', 'up'] as const).flatMap((direction) =>
      fieldsTouched(entry, model, direction, given[direction]).map((field) => ({
        field,
        how: direction === 'down' ? 'reads or writes on the way down' : 'reads or writes on the way up',
      })),
    ),
  ].filter(({ field }) => !known.has(field));
  const fields = [...new Set(found.map(({ field }) => field))];
  return fields.map((field) => ({
    path: field,
    versions: [older.version.text, entry.at.text],
    what: `the hook of ${entry.at} ${listed([...new Set(found.filter((one) => one.field === field).map(({ how }) => how))])} \`${field}\`, which neither ${older.version} nor ${entry.at} has`,
    cure: `name a field of one of them: ${closest(field, [...known])}`,
  }));
}

/** The known names, those first that contain the wrong one or are contained in it. */
function closest(name: string, known: readonly string[]): string {
  const alike = known.filter((other) => other.includes(name) || name.includes(other));
  return (alike.length > 0 ? alike : known).join(', ');
}

function shadowed({ model }: Subject): readonly Said[] {
  const { oldest, hooks, fields, retired } = model;
  const dead = (text: string): boolean => oldest.atLeast(Version.parse(text));
  const changes = [
    ...hooks.map(({ version, at }) => ({ path: '', at: at.text, what: `the hook of ${version}` })),
    ...[...fields, ...retired].flatMap(({ wire, definition: { options } }) => [
      ...(options.renamed ?? []).map((change) => ({
        path: wire,
        at: change.in,
        what: `the rename of \`${wire}\` in ${change.in}`,
      })),
      ...(options.retyped ?? []).map((change) => ({
        path: wire,
        at: change.in,
        what: `the retype of \`${wire}\` in ${change.in}`,
      })),
      ...(options.until === undefined
        ? []
        : [{ path: wire, at: options.until, what: `\`${wire}\`, which went in ${options.until},` }]),
    ]),
  ];
  return changes
    .filter(({ at }) => dead(at))
    .map(({ path, at, what }) => ({
      path,
      versions: [at],
      what: `${what} is never used: the oldest version is ${oldest}`,
      cure: 'take it away',
    }));
}
