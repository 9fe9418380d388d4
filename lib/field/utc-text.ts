const DAY = 86_400_000;
/** The first day of the year 0 and the day after the last of 9999, counted from 1970: what ISO 8601 writes with four digits. */
const FIRST_DAY = -719_528;
const END_DAY = 2_932_897;
const MONTHS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const TWO: readonly string[] = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));
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
  const year = pair(text, 0) * 100 + pair(text, 2);
  const month = pair(text, 5);
  const day = pair(text, 8);
  const hour = pair(text, 11);
  const minute = pair(text, 14);
  const second = pair(text, 17);
  // A pair that is none is far below zero, and so is the year it makes.
  if (year < 0 || month < 1 || month > 12 || day < 1 || hour < 0 || minute < 0 || second < 0)
    return undefined;
  if (day > daysIn(year, month) || hour > 23 || minute > 59 || second > 59) return undefined;
  let fraction = 0;
  if (length === 24) {
    const hundredths = pair(text, 20);
    const digit = text.charCodeAt(22) - 48;
    if (text.charCodeAt(19) !== DOT || hundredths < 0 || digit < 0 || digit > 9) return undefined;
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

/** The number of two digits; far below zero where they are none. */
function pair(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -100_000;
}

function daysIn(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (MONTHS[month] as number);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days since 1970 of a date of the proleptic Gregorian calendar; the year begins in March, so that the leap day comes last. */
function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
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
  const days0 = day + 719_468;
  const era = Math.floor(days0 / 146_097);
  const ofEra = days0 - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const date = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${TWO[Math.floor(year / 100)]}${TWO[year % 100]}-${TWO[month]}-${TWO[date]}T`;
}
