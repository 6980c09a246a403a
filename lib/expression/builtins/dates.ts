import type { Type } from '../check/type';
import { weekdaysBetween } from '../values/workdays';
import { dayOfYear, daysInMonth, FeelDate, makeDate, parseDate, toEpochDay, weekday, weekOfYear } from '../values/date';
import { FeelDateTime, MIDNIGHT, parseDateTime, UTC } from '../values/date-time';
import { FeelDuration, FeelYearsMonths, makeYearsMonths, parseDuration } from '../values/duration';
import { type FeelNumber, number, toInteger } from '../values/number';
import { FeelTime, makeTime, parseTime } from '../values/time';
import type { FeelValue } from '../values/value';
import type { Zone } from '../values/zone';
import { type Builtin, builtin, signature } from './define';
import { blank, date, dateTime, duration, integer, num, text, time, value } from './param';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function timeOf(hour: number, minute: number, second: FeelNumber, offset: FeelDuration | FeelYearsMonths | null): FeelValue {
  if (offset instanceof FeelYearsMonths) return null;
  const whole = second.trunc();
  const [seconds, nanos] = [toInteger(whole), toInteger(second.minus(whole).times(1_000_000_000).trunc())];
  const zone: Zone | null = offset === null ? null : { offset: Number(offset.nanos / 1_000_000_000n) };
  const valid = zone === null || Math.abs(zone.offset) <= 18 * 3600;
  return seconds === null || nanos === null || !valid ? null : makeTime({ hour, minute, second: seconds, nano: nanos }, zone);
}

/** Whole months from one day to the other; a month counts when its day is reached. */
function monthsBetween(from: FeelDate, to: FeelDate): FeelValue {
  const months = (to.year - from.year) * 12 + to.month - from.month;
  const short = months > 0 && to.day < from.day ? 1 : months < 0 && to.day > from.day ? -1 : 0;
  return makeYearsMonths(months - short);
}

/** Which of the two kinds it makes shows in a literal only. */
function durationType(_: readonly Type[], [from]: readonly (FeelValue | undefined)[]): Type {
  const made = typeof from === 'string' ? parseDuration(from) : null;
  if (made === null) return 'any';
  return made instanceof FeelDuration ? 'duration' : 'yearsMonths';
}

const ofDate = (
  name: string,
  aliases: readonly string[],
  result: 'number' | 'string' | 'date',
  compute: (day: FeelDate) => FeelValue,
): Builtin =>
  builtin(
    'date',
    name,
    aliases,
    signature([date('date')], result, ([day]) => compute(day)),
  );

export const dateBuiltins: readonly Builtin[] = [
  builtin(
    'date',
    'today',
    ['今天'],
    signature([], 'date', (_, machine) => machine.now.date),
  ),
  builtin(
    'date',
    'now',
    ['现在'],
    signature([], 'dateTime', (_, machine) => machine.now),
  ),
  builtin(
    'date',
    'date',
    ['日期'],
    signature([text('from')], 'date', ([from]) => parseDate(from)),
    signature([date('from')], 'date', ([from]) => from),
    signature([integer('year'), integer('month'), integer('day')], 'date', ([year, month, day]) => makeDate(year, month, day)),
  ),
  builtin(
    'date',
    'time',
    ['时间'],
    signature([text('from')], 'time', ([from]) => parseTime(from)),
    signature([dateTime('from')], 'time', ([from]) => from.time),
    signature([time('from')], 'time', ([from]) => from),
    signature([value('from', ['date'])], 'time', ([from]) => (from instanceof FeelDate ? new FeelTime(MIDNIGHT, UTC) : null)),
    signature([integer('hour'), integer('minute'), num('second'), blank(duration('offset'))], 'time', ([hour, minute, second, offset]) =>
      timeOf(hour, minute, second, offset),
    ),
  ),
  builtin(
    'date',
    'date and time',
    ['日期时间'],
    signature([text('from')], 'dateTime', ([from]) => parseDateTime(from)),
    signature([dateTime('from')], 'dateTime', ([from]) => from),
    signature([value('from', ['date'])], 'dateTime', ([from]) => (from instanceof FeelDate ? new FeelDateTime(from, MIDNIGHT) : null)),
    signature([date('date'), time('time')], 'dateTime', ([day, clock]) => new FeelDateTime(day, clock)),
  ),
  builtin(
    'date',
    'duration',
    ['时长'],
    signature([text('from')], durationType, ([from]) => parseDuration(from)),
  ),
  builtin(
    'date',
    'years and months duration',
    ['相差年月'],
    signature([date('from'), date('to')], 'yearsMonths', ([from, to]) => monthsBetween(from, to)),
  ),
  builtin(
    'date',
    'days',
    ['相差天数'],
    signature([date('from'), date('to')], 'number', ([from, to]) => number(toEpochDay(to) - toEpochDay(from))),
  ),
  builtin(
    'date',
    'workdays',
    ['工作日'],
    signature([date('from'), date('to')], 'number', ([from, to]) => number(weekdaysBetween(from, to))),
  ),
  ofDate('day of year', [], 'number', (day) => number(dayOfYear(day))),
  ofDate('day of week', [], 'string', (day) => WEEKDAYS[weekday(day) - 1] ?? null),
  ofDate('month of year', [], 'string', (day) => MONTHS[day.month - 1] ?? null),
  ofDate('week of year', ['第几周'], 'number', (day) => number(weekOfYear(day))),
  ofDate('last day of month', ['月末'], 'date', (day) => makeDate(day.year, day.month, daysInMonth(day.year, day.month))),
];
