import { addYears, compareDates, dateText, daysInMonth, isoDate, monthEnd, parseDate } from '@jixiao/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('dates as they are written', () => {
  test.each([
    ['2024-12-31', '2024-12-31', '2024年12月31日'],
    ['2024年12月31日', '2024-12-31', '2024年12月31日'],
    ['2024/12/31', '2024-12-31', '2024年12月31日'],
    ['2024.12.31', '2024-12-31', '2024年12月31日'],
    ['2025-06-05', '2025-06-05', '2025年6月5日'],
    ['2025-6-5', '2025-06-05', '2025年6月5日'],
    ['2025年06月05日', '2025-06-05', '2025年6月5日'],
    ['2025 年 6 月 5 日', '2025-06-05', '2025年6月5日'],
    ['２０２５－０６－０５', '2025-06-05', '2025年6月5日'],
    ['  2025-06-05 ', '2025-06-05', '2025年6月5日'],
    ['2024-12', '2024-12', '2024年12月'],
    ['2024年2月', '2024-02', '2024年2月'],
    ['2024-02-29', '2024-02-29', '2024年2月29日'],
    ['2000-02-29', '2000-02-29', '2000年2月29日'],
  ])('%s is %s, %s', (written, iso, chinese) => {
    const parsed = parseDate(written);
    if (!parsed.ok) throw new Error(parsed.problem);
    expect(isoDate(parsed.date)).toBe(iso);
    expect(dateText(parsed.date)).toBe(chinese);
    expect('day' in parsed.date).toBe(iso.length === 10);
  });

  test.each([
    ['202511', 'not-a-date'],
    ['20251105', 'not-a-date'],
    ['2025', 'not-a-date'],
    ['2025年', 'not-a-date'],
    ['', 'not-a-date'],
    ['昨天', 'not-a-date'],
    ['25-06-05', 'not-a-date'],
    ['0205-06-05', 'not-a-date'],
    ['2025-06/05', 'not-a-date'],
    ['2025年6-5', 'not-a-date'],
    ['2025年6月5', 'not-a-date'],
    ['2025-06-', 'not-a-date'],
    ['2025-006-05', 'not-a-date'],
    ['2025-06-05T00:00', 'not-a-date'],
    ['2025-13-01', 'no-such-month'],
    ['2025年0月', 'no-such-month'],
    ['2025-02-30', 'no-such-day'],
    ['2025-02-29', 'no-such-day'],
    ['1900-02-29', 'no-such-day'],
    ['2025-04-31', 'no-such-day'],
    ['2025-04-00', 'no-such-day'],
  ])('%s is refused: %s', (written, problem) => expect(parseDate(written)).toEqual({ ok: false, problem }));

  test('read back as they were', () =>
    fc.assert(
      fc.property(calendarDay, (date) => {
        expect(parseDate(isoDate(date))).toEqual({ ok: true, date });
        expect(parseDate(dateText(date))).toEqual({ ok: true, date });
      }),
    ));
});

describe('the calendar', () => {
  test('has the days that the platform counts', () => {
    for (let year = 1890; year <= 2110; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        expect(daysInMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
      }
    }
  });

  test.each([
    ['2024-12-31', '2025-01-01'],
    ['2024-02-01', '2024-12-01'],
    ['2024-12-30', '2024-12-31'],
    ['2024-12', '2024-12-01'],
    ['2024-11-30', '2024-12'],
  ])('%s is before %s', (earlier, later) => {
    expect(compareDates(read(earlier), read(later))).toBeLessThan(0);
    expect(compareDates(read(later), read(earlier))).toBeGreaterThan(0);
    expect(compareDates(read(later), read(later))).toBe(0);
  });

  test.each([
    ['2024-02', '2024-02-29'],
    ['2025-02-03', '2025-02-28'],
    ['2024-12-31', '2024-12-31'],
  ])('the month of %s ends on %s', (date, end) => expect(isoDate(monthEnd(read(date)))).toBe(end));

  test.each([
    ['2024-12-31', -1, '2023-12-31'],
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2024-02', 1, '2025-02'],
  ])('%s and %i years is %s', (date, years, expected) => expect(isoDate(addYears(read(date), years))).toBe(expected));
});

const calendarDay = fc
  .tuple(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.nat(30))
  .map(([year, month, day]) => ({ year, month, day: (day % daysInMonth(year, month)) + 1 }));

function read(text: string) {
  const parsed = parseDate(text);
  return parsed.ok ? parsed.date : expect.fail(`no date: ${text}`);
}
