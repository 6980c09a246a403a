import { formatDecimal, round, scaleOf } from '@/lib/decimal';
import type { Locale } from '@/lib/json';

/** Grouped for reading, with at least `scale` decimals; digits beyond them are shown, never rounded away. */
export function numberText(value: string, scale: number, locale: Locale): string {
  return formatDecimal(round(value, Math.max(scale, scaleOf(value))), locale === 'zh' ? 'zh-CN' : 'en');
}
