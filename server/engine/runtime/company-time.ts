import pg from 'pg';
import { dayOf } from '@/lib/format/date';

/** Read once: looking into the environment costs more than a step can spare. */
const zone = process.env.VERMILION_TIME_ZONE ?? 'Asia/Shanghai';

/** The company's calendar: numbers, dates without a zone and dates of work groups follow it, whoever asks. */
export function companyTimeZone(): string {
  return zone;
}

/** The same as a literal of SQL. */
export const COMPANY_ZONE = pg.escapeLiteral(zone);

/** YYYY-MM-DD of a moment in the company's calendar. */
export function companyDay(moment: Date | string): string {
  return dayOf(moment, companyTimeZone());
}
