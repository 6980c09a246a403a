import type { Json } from '@/lib/json';

/**
 * Values of a form by field key.
 * integer: number · number, percentage: decimal string · money: {amount: decimal string, currency} · date, time, dateTime: string ·
 * dateRange: {start, end} · select, radio: option id · multiSelect, checkbox: option ids · switch: boolean · user, department: id or ids (multiple) ·
 * file, image: document ids · subTable: rows with `_id` (uuid) and values by column key · formula: by its result type · empty: null.
 */
export type FormValues = Readonly<Record<string, Json>>;
