import { create, decode, defineObject, encode, field, type FieldLike, Registry } from 'backlevel';
import { declareClasses } from '../contenders/backlevel/classes.js';
import { compare, type Effort, type Rival } from '../measure/compare.js';
import { Random } from '../workload/random.js';
import { makePort, makeServer } from '../workload/server-data.js';
import { currentServer } from '../workload/wire.js';

/** Cost at one place of a curve, as a multiple of the cost at its first place. */
export interface Point {
  readonly at: number;
  readonly encode: number;
  readonly decode: number;
}

export interface Curves {
  /** At: bytes of the payload. Cost for each byte: a level line says that cost is linear. */
  readonly size: readonly Point[];
  /** At: how many versions the class has had. Cost of the same payload between peers of the newest one. */
  readonly versions: readonly Point[];
}

export const PORT_COUNTS = [4, 16, 64, 256, 1024] as const;
export const VERSION_COUNTS = [1, 4, 16, 64, 256] as const;

export function measureCurves(effort: Effort): Curves {
  return { size: sizeCurve(effort), versions: versionCurve(effort) };
}

function sizeCurve(effort: Effort): Point[] {
  const { Server } = declareClasses(new Registry({ namespace: 'bench' }));
  const random = new Random(5);
  const texts = PORT_COUNTS.map((count) => {
    const ports = Array.from({ length: count }, () => makePort(random));
    return Buffer.from(JSON.stringify(currentServer({ ...makeServer(random, 0), ports }, []))).toString();
  });
  const instances = texts.map((text) => decode(Server, text, { track: false }));
  const bytes = texts.map((text) => Buffer.byteLength(text));
  return curve(
    bytes,
    (place) => encode(instances[place]!),
    (place) => decode(Server, texts[place]!, { track: false }),
    effort,
  ).map((point, place) => ({
    at: point.at,
    encode: (point.encode * bytes[0]!) / bytes[place]!,
    decode: (point.decode * bytes[0]!) / bytes[place]!,
  }));
}

function versionCurve(effort: Effort): Point[] {
  const classes = VERSION_COUNTS.map(classWithVersions);
  const instances = classes.map((Class) => create(Class, values()));
  const texts = instances.map((instance) => Buffer.from(encode(instance)).toString());
  return curve(
    VERSION_COUNTS,
    (place) => encode(instances[place]!),
    (place) => decode(classes[place]!, texts[place]!, { track: false }),
    effort,
  );
}

/** Ten fields now; in each version the first one got another name and another field went. */
function classWithVersions(count: number) {
  const versions = Array.from({ length: count - 1 }, (_, index) => `1.${index + 1}`);
  const fields: Record<string, FieldLike> = {};
  for (const name of Object.keys(values())) fields[name] = field.string();
  fields['text0'] = field.string({
    renamed: versions.map((version, index) => ({ in: version, from: `text0_${index}` })),
  });
  const retired = versions.map((version, index) => [
    `gone${index}`,
    field.string({ until: version, fill: '' }),
  ]);
  return defineObject('Aged', `1.${count - 1}`, fields, {
    registry: new Registry(),
    retired: Object.fromEntries(retired),
  });
}

function values(): Record<string, string> {
  return Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`text${index}`, `value ${index}`]));
}

function curve(
  places: readonly number[],
  write: (place: number) => unknown,
  read: (place: number) => unknown,
  effort: Effort,
): Point[] {
  const rivals = places.flatMap((_, place): [string, Rival][] => [
    [`encode ${place}`, { run: () => write(place), floor: () => write(0), samples: 1 }],
    [`decode ${place}`, { run: () => read(place), floor: () => read(0), samples: 1 }],
  ]);
  const compared = compare(Object.fromEntries(rivals), effort);
  return places.map((at, place) => ({
    at,
    encode: 1 / compared[`encode ${place}`]!.ratio,
    decode: 1 / compared[`decode ${place}`]!.ratio,
  }));
}
