import type { FieldDefinition } from './definition.js';
import { FieldType, nullableSchema } from './field-type.js';
import type { Field } from './field-shape.js';
import type { Json } from './json.js';
import { makeField } from './make-field.js';
import type { FieldOptions, NullableBy, Only } from './options.js';
import type { ScalarForm } from './scalar-form.js';
import type { Session } from './session.js';
import { timeOfText, wireOfTime } from './utc-text.js';
import { isText } from './string-type.js';

export type DateTimeOptions = FieldOptions<Date | null> & {
  /** `'text'` keeps what a Date cannot hold: microseconds, or no zone at all. */
  readonly as?: 'date';
};
export type DateTimeTextOptions = FieldOptions<string | null> & { readonly as: 'text' };

/**
 * A point in time, ISO 8601 on the wire. A `Date` holds milliseconds in UTC: a payload with more digits or without a zone
 * is refused, never rounded, unless the field says `as: 'text'`. Whole seconds are written without a fraction, as oslo does.
 */
export function dateTime<const O extends DateTimeTextOptions>(
  options: Only<O, DateTimeTextOptions>,
): Field<NullableBy<O, string>>;
export function dateTime<const O extends DateTimeOptions = {}>(
  options?: Only<O, DateTimeOptions>,
): Field<NullableBy<O, Date>>;
export function dateTime(options?: object): Field<unknown, never> {
  return makeField({ kind: 'dateTime', takes: ['as'], build }, options);
}

function build(definition: FieldDefinition): FieldType {
  return definition.options.as === 'text' ? new DateTimeTextType(definition) : new DateTimeType(definition);
}

const FORM = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(Z|[+-]\d\d:?\d\d)?$/;

const DAY = '[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])';
const CLOCK = '(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]';
const ZONE = '(?:Z|[+-](?:[01][0-9]|2[0-3]):?[0-5][0-9])';
/** What of {@link FORM} a JSON Schema can say: all but how many days a month has. */
const TEXT_FORM = `^${DAY}[T ]${CLOCK}(?:[.,][0-9]{1,9})?${ZONE}?$`;
const DATE_FORM = `^${DAY}[T ]${CLOCK}(?:[.,](?:[0-9]{1,3}|[0-9]{3}0{1,6}))?${ZONE}$`;

interface Moment {
  /** Digits after the milliseconds that are not zero. */
  readonly finer: boolean;
  readonly zoned: boolean;
  readonly time: number;
}

function momentOf(text: string): Moment | undefined {
  const match = FORM.exec(text);
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const fraction = match[7] ?? '';
  const offset = offsetOf(match[8] ?? 'Z');
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, day);
  moment.setUTCHours(hour, minute, second, Number(fraction.slice(0, 3).padEnd(3, '0')));
  const exists =
    hour < 24 &&
    minute < 60 &&
    second < 60 &&
    offset !== undefined &&
    moment.getUTCMonth() === month - 1 &&
    moment.getUTCDate() === day;
  const time = moment.getTime() - (offset ?? 0) * 60_000;
  if (!exists) return undefined;
  return {
    finer: /[1-9]/.test(fraction.slice(3)),
    zoned: match[8] !== undefined,
    time,
  };
}

/** Whether ISO 8601 writes the year in four digits. */
function hasYear(moment: Date): boolean {
  const year = moment.getUTCFullYear();
  return year >= 0 && year <= 9999;
}

function offsetOf(zone: string): number | undefined {
  if (zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

// ISO 8601 without separators, without seconds or minutes, without a time, or with a zone of hours.
const SHORTER =
  /^(\d{4})(-?)(\d\d)\2(\d\d)(?:[T ](\d\d)(?:(:?)(\d\d)(?:\6(\d\d)(?:[.,](\d{1,9}))?)?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/;

/** The text with what it leaves out: `2026-01-31` is `2026-01-31T00:00:00`. What is no date stays as it is. */
function completed(text: string): string {
  const match = SHORTER.exec(text);
  if (match === null) return text;
  const [, year, , month, day, hour = '00', , minute = '00', second = '00', fraction = '0', zone = ''] =
    match;
  const minutes = /^.\d\d$/.test(zone) ? ':00' : '';
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction}${zone}${minutes}`;
}

class DateTimeType extends FieldType {
  readonly kind = 'dateTime';

  constructor({ options }: FieldDefinition) {
    super(Boolean(options.nullable));
  }

  protected override makeScalar(): ScalarForm {
    return dateForm;
  }

  describe(): string {
    return 'a date and time with its zone, like 2026-01-31T12:00:00Z';
  }

  spec(): Record<string, Json> {
    return { kind: this.kind, as: 'date' };
  }

  schema(): Record<string, Json> {
    return nullableSchema(this, { type: 'string', format: 'date-time', pattern: DATE_FORM });
  }

  override coerce(wire: unknown): unknown {
    if (typeof wire !== 'string') return wire;
    const moment = momentOf(completed(wire.trim()));
    return moment === undefined || moment.finer ? wire : wireOf(new Date(moment.time));
  }

  protected checkWire(wire: unknown, session: Session): boolean {
    if (!isText(wire, this, session)) return false;
    const moment = momentOf(wire);
    if (moment === undefined || !hasYear(new Date(moment.time)))
      return session.expected(this.describe(), wire, 'value');
    if (moment.finer)
      return session.expected(
        "at most milliseconds, which is what a Date holds (as: 'text' keeps more)",
        wire,
        'value',
      );
    return (
      moment.zoned ||
      session.expected(
        "a time zone, without which a Date would guess (as: 'text' keeps it as it is)",
        wire,
        'value',
      )
    );
  }

  protected override readWire(wire: unknown): unknown {
    return new Date((momentOf(wire as string) as Moment).time);
  }

  protected override writeValue(value: unknown, session: Session): unknown {
    if (!(value instanceof Date)) return session.expected('a Date', value) ? value : undefined;
    if (hasYear(value)) return wireOf(value);
    return session.expected('a valid Date between the years 0 and 9999', value, 'value') ? value : undefined;
  }
}

function wireOf(moment: Date): string {
  return moment.toISOString().replace('.000Z', 'Z');
}

/** The time of a text that a Date can hold; `undefined` for any other. */
function timeOf(wire: unknown): number | undefined {
  if (typeof wire !== 'string') return undefined;
  const time = timeOfText(wire);
  if (time !== undefined) return time;
  const moment = momentOf(wire);
  return moment === undefined || moment.finer || !moment.zoned || !hasYear(new Date(moment.time))
    ? undefined
    : moment.time;
}

// An object with the methods of a Date of its own, or of a subclass, is left to the type itself.
function isDate(value: unknown): value is Date {
  return value instanceof Date && Object.getPrototypeOf(value) === Date.prototype;
}

const dateForm: ScalarForm = {
  fits: (wire) => timeOf(wire) !== undefined,
  writes: 'plain',
  same: (value, wire) => (value as Date).getTime() === timeOf(wire),
  turn: {
    toValue: (wire) => {
      const time = timeOf(wire);
      return time === undefined ? undefined : new Date(time);
    },
    toWire: (value) => (isDate(value) ? wireOfTime(value.getTime()) : undefined),
  },
};

const dateTextForm: ScalarForm = {
  fits: (wire) => typeof wire === 'string' && momentOf(wire) !== undefined,
  writes: 'plain',
};

class DateTimeTextType extends FieldType {
  readonly kind = 'dateTime';

  constructor({ options }: FieldDefinition) {
    super(Boolean(options.nullable));
  }

  protected override makeScalar(): ScalarForm {
    return dateTextForm;
  }

  describe(): string {
    return 'a date and time, like 2026-01-31T12:00:00.123456+00:00';
  }

  spec(): Record<string, Json> {
    return { kind: this.kind, as: 'text' };
  }

  schema(): Record<string, Json> {
    return nullableSchema(this, { type: 'string', pattern: TEXT_FORM });
  }

  protected checkWire(wire: unknown, session: Session): boolean {
    if (!isText(wire, this, session)) return false;
    return momentOf(wire) !== undefined || session.expected(this.describe(), wire, 'value');
  }
}
