import { toHalfWidth } from './fullwidth.js';

/** A day, or a whole month, of the Gregorian calendar. No time of day, hence no time zone. */
export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to the last of the month; absent for a whole month. */
  readonly day?: number;
}

/** not-a-date: not written as one ('202511') · no-such-month · no-such-day: the month is shorter. */
export type DateProblem = 'not-a-date' | 'no-such-month' | 'no-such-day';

export type ParsedDate =
  | { readonly ok: true; readonly date: CalendarDate }
  | { readonly ok: false; readonly problem: DateProblem };

const CHINESE = /^([1-9]\d{3})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?$/;
const SEPARATED = /^([1-9]\d{3})([-/.])(\d{1,2})(?:\2(\d{1,2}))?$/;

/**
 * Reads a date as it is written in reports: 2024-12-31, 2024/12/31, 2024.12.31, 2024年12月31日, all
 * also without the day, with or without leading zeros, in half or full width. The year has four
 * digits. Digits without separators are not a date: '202511' may be January or November.
 */
export function parseDate(text: string): ParsedDate {
  const plain = toHalfWidth(text).trim();
  const chinese = CHINESE.exec(plain);
  const separated = SEPARATED.exec(plain);
  const [year, month, day] = chinese
    ? [chinese[1], chinese[2], chinese[3]]
    : separated
      ? [separated[1], separated[3], separated[4]]
      : [];
  if (year === undefined || month === undefined) return { ok: false, problem: 'not-a-date' };
  return checkedDate({ year: Number(year), month: Number(month), ...(day !== undefined && { day: Number(day) }) });
}

/** 2025年6月5日, without leading zeros; 2025年6月 for a whole month. */
export function dateText({ year, month, day }: CalendarDate): string {
  return `${year}年${month}月${day === undefined ? '' : `${day}日`}`;
}

/** 2025-06-05; 2025-06 for a whole month. */
export function isoDate({ year, month, day }: CalendarDate): string {
  const parts = [String(year).padStart(4, '0'), String(month).padStart(2, '0')];
  if (day !== undefined) parts.push(String(day).padStart(2, '0'));
  return parts.join('-');
}

/** Negative, 0 or positive as a is before, the same as or after b. A whole month comes before its first day. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return a.year - b.year || a.month - b.month || (a.day ?? 0) - (b.day ?? 0);
}

/** The last day of the date's month. */
export function monthEnd({ year, month }: CalendarDate): CalendarDate {
  return { year, month, day: daysInMonth(year, month) };
}

/** The same day some years later (or earlier); 29 February becomes the 28th where there is none. */
export function addYears({ year, month, day }: CalendarDate, years: number): CalendarDate {
  const target = year + years;
  if (day === undefined) return { year: target, month };
  return { year: target, month, day: Math.min(day, daysInMonth(target, month)) };
}

/** How many days a month has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function checkedDate(date: CalendarDate): ParsedDate {
  const { year, month, day } = date;
  if (month < 1 || month > 12) return { ok: false, problem: 'no-such-month' };
  if (day !== undefined && (day < 1 || day > daysInMonth(year, month))) return { ok: false, problem: 'no-such-day' };
  return { ok: true, date };
}
