import { ChangesText, WORD } from './changes-text.js';
import { dumper } from './dump-values.js';
import { keepsRule } from './keeps-rule.js';
import { namesAfter, originsOf } from './legs.js';
import { Patience } from './patience.js';
import { Children, runLegs } from './run-legs.js';
import type { TypeWriter } from './type-code.js';
import type { HookedWriteLayout } from './write-layout.js';
import { headOf } from './write-object.js';

/** The writer of a layout with hooks: the object's own fields become data that the hooks change, the objects in it are written as they are. */
export function hookedWriter(layout: HookedWriteLayout): TypeWriter {
  const { model, fields, levels, legs } = layout;
  const dump = dumper(layout);
  const originsAt = originsOf(legs);
  const finish = finisher(layout, originsAt.at(-1) as readonly number[]);
  const patience = new Patience();
  return (instance, run, depth, was) => {
    if (depth + levels > run.maxDepth || !patience.lasts()) return undefined;
    const outer = run.differs;
    const dumped = dump(instance as Record<string, unknown>, run, depth, was);
    if (dumped === undefined) return undefined;
    const { texts, bits, differs } = dumped;
    if (!keepsRule(model, fields, instance as object)) return undefined;
    const values = runLegs(layout, originsAt, dumped.values, (field) => hasBit(bits, field), run);
    if (values === undefined) return undefined;
    const text = finish(values, texts, bits);
    if (text === undefined) return undefined;
    run.differs = outer || differs;
    patience.renew();
    return text;
  };
}

function hasBit(bits: readonly number[], field: number): boolean {
  return ((bits[Math.floor(field / WORD)] as number) & (1 << (field % WORD))) !== 0;
}

type Finish = (
  values: readonly unknown[],
  texts: readonly string[],
  bits: readonly number[],
) => string | undefined;

/** Writes the values that stand behind the last leg. */
function finisher(layout: HookedWriteLayout, origins: readonly number[]): Finish {
  const { members, legs, fields } = layout;
  const head = headOf(layout);
  const changes = new ChangesText(layout);
  const names = namesAfter(legs);
  const stations = members.map(({ name, text }) => ({
    text,
    first: `${JSON.stringify(name)}:`,
    next: `,${JSON.stringify(name)}:`,
    place: names.indexOf(name),
  }));
  const placeOf = fields.map((_field, index) => origins.indexOf(index));
  return (values, texts, bits) => {
    let text = head;
    let isFirst = true;
    for (let index = 0; index < stations.length; index++) {
      const station = stations[index] as (typeof stations)[number];
      const value = values[station.place];
      if (value === undefined) continue;
      const json = value instanceof Children ? texts[value.field] : station.text(value);
      if (json === undefined) return undefined;
      text += (isFirst ? station.first : station.next) + json;
      isFirst = false;
    }
    const written = bits.slice();
    for (let index = 0; index < placeOf.length; index++)
      if (values[placeOf[index] as number] === undefined)
        (written[Math.floor(index / WORD)] as number) &= ~(1 << (index % WORD));
    return `${text}}${written.length === 1 ? changes.ofWord(written[0] as number) : changes.ofWords(written)}`;
  };
}
