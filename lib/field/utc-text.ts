const DAY = 86_400_000;
/** The first day of the year 0 and the day after the last of 9999, counted from 1970: what ISO 8601 writes with four digits. */
const FIRST_DAY = -719_528;
const END_DAY = 2_932_897;
/** The calendar repeats itself after an era; one began so many days before 1970. */
const [ERA_YEARS, ERA_DAYS, ERA_START] = [400, 146_097, 719_468] as const;
const MONTHS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const TWO: readonly string[] = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));
/** The value of each decimal digit at its character code, and far below zero at any other. */
const DIGITS = new Int8Array(1 << 16).fill(-100);
for (let digit = 0; digit <= 9; digit++) DIGITS[48 + digit] = digit;
const [DASH, COLON, LETTER_T, LETTER_Z, DOT] = [45, 58, 84, 90, 46] as const;

/**
 * The time of `2026-01-31T12:00:00Z` or `2026-01-31T12:00:00.125Z`, the two ways in which this library writes one.
 * `undefined` for any other text, be it a date or not.
 */
export function timeOfText(text: string): number | undefined {
  const { length } = text;
  if (length !== 20 && length !== 24) return undefined;
  if (
    text.charCodeAt(4) !== DASH ||
    text.charCodeAt(7) !== DASH ||
    text.charCodeAt(10) !== LETTER_T ||
    text.charCodeAt(13) !== COLON ||
    text.charCodeAt(16) !== COLON ||
    text.charCodeAt(length - 1) !== LETTER_Z
  )
    return undefined;
  const century = pair(text, 0);
  const ofCentury = pair(text, 2);
  const month = pair(text, 5);
  const day = pair(text, 8);
  const hour = pair(text, 11);
  const minute = pair(text, 14);
  const second = pair(text, 17);
  if ((century | ofCentury | month | day | hour | minute | second) < 0) return undefined;
  const year = century * 100 + ofCentury;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  let fraction = 0;
  if (length === 24) {
    const hundredths = pair(text, 20);
    const digit = DIGITS[text.charCodeAt(22)] as number;
    if (text.charCodeAt(19) !== DOT || (hundredths | digit) < 0) return undefined;
    fraction = hundredths * 10 + digit;
  }
  return dayNumber(year, month, day) * DAY + ((hour * 60 + minute) * 60 + second) * 1000 + fraction;
}

/** The text of a time in UTC, without a fraction where the seconds are whole; `undefined` outside the years 0 to 9999. */
export function wireOfTime(time: number): string | undefined {
  const day = Math.floor(time / DAY);
  if (!(day >= FIRST_DAY && day < END_DAY)) return undefined;
  const rest = time - day * DAY;
  const seconds = Math.floor(rest / 1000);
  const fraction = rest - seconds * 1000;
  const minutes = Math.floor(seconds / 60);
  const clock = `${dayText(day)}${TWO[Math.floor(minutes / 60)]}:${TWO[minutes % 60]}:${TWO[seconds % 60]}`;
  return fraction === 0 ? `${clock}Z` : `${clock}.${Math.floor(fraction / 100)}${TWO[fraction % 100]}Z`;
}

/** The number of two digits; below zero where they are none. */
function pair(text: string, at: number): number {
  return (DIGITS[text.charCodeAt(at)] as number) * 10 + (DIGITS[text.charCodeAt(at + 1)] as number);
}

function daysIn(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (MONTHS[month] as number);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days since 1970 of a date of the proleptic Gregorian calendar; the year begins in March, so that the leap day comes last. */
function dayNumber(year: number, month: number, day: number): number {
  // One era more, so that no number is below zero, and whole numbers are enough.
  const y = year + ERA_YEARS - (month <= 2 ? 1 : 0);
  const era = (y / ERA_YEARS) | 0;
  const ofEra = y - era * ERA_YEARS;
  const ofYear = (((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) | 0) + day - 1;
  const ofDays = ofEra * 365 + ((ofEra / 4) | 0) - ((ofEra / 100) | 0) + ofYear;
  return (era - 1) * ERA_DAYS + ofDays - ERA_START;
}

// Most times that are written together lie on few days.
const SLOTS = 1024;
const days: number[] = Array.from({ length: SLOTS }, () => Number.NaN);
const texts: string[] = Array.from({ length: SLOTS }, () => '');

/** `2026-01-31T`, remembered. */
function dayText(day: number): string {
  const slot = day & (SLOTS - 1);
  if (days[slot] !== day) {
    days[slot] = day;
    texts[slot] = dateText(day);
  }
  return texts[slot] as string;
}

/** {@link dayNumber} the other way round. */
function dateText(day: number): string {
  const days0 = day + ERA_START;
  const era = Math.floor(days0 / ERA_DAYS);
  const ofEra = days0 - era * ERA_DAYS;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const date = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * ERA_YEARS + (month <= 2 ? 1 : 0);
  return `${TWO[Math.floor(year / 100)]}${TWO[year % 100]}-${TWO[month]}-${TWO[date]}T`;
}
