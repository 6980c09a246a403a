import { dayOf } from '@/lib/format/date';

/** The company's calendar: numbers, dates without a zone and dates of work groups follow it, whoever asks. */
export function companyTimeZone(): string {
  return process.env.VERMILION_TIME_ZONE ?? 'Asia/Shanghai';
}

/** YYYY-MM-DD of a moment in the company's calendar. */
export function companyDay(moment: Date | string): string {
  return dayOf(moment, companyTimeZone());
}
