import { z } from 'zod';
import { changesDirection, unfitText } from '@/forms/fields/text-check';

/** Pieces of inputs: what one of them lets through, the database can hold and a reader can see. */

/** One line that names something: no signs that nobody sees, none that turn the direction of what follows. */
export function line(max: number, min = 0) {
  return z
    .string()
    .trim()
    .min(min)
    .max(max)
    .superRefine((text, ctx) => {
      const code = changesDirection(text) ? 'TEXT_BIDI' : unfitText(text, false)?.code;
      if (code) ctx.addIssue({ code: 'custom', params: { code } });
    });
}

/** A name in both languages, of which one may be missing. */
export function localName(max: number) {
  return z.strictObject({ zh: line(max), en: line(max) }).superRefine((name, ctx) => {
    if (name.zh === '' && name.en === '') ctx.addIssue({ code: 'custom', path: ['zh'], params: { code: 'FIELD_REQUIRED' } });
  });
}

/** What a person writes: several lines, no control characters, no half characters. */
export function writing(max: number) {
  return z.string().trim().max(max).superRefine(visible(true));
}

/** What a person looks for: it stands for itself, no sign in it means anything. */
export const searchInput = z.string().trim().max(100).superRefine(visible(false));

/** The revision that the person saw; when the record is newer the change is refused as CONFLICT_STALE. */
export const rev = ordinal(1);

/** A counter of the database: beyond it there is nothing to find. */
export function ordinal(from: 0 | 1) {
  return z.int().min(from).max(2_147_483_647);
}

/** A day and an instant of the calendar that the database has too: it knows no year 0. */
export const day = z.iso.date().refine(hasYear, { params: { code: 'FIELD_DATE' } });
export const instant = z.iso.datetime({ offset: true }).refine(hasYear, { params: { code: 'FIELD_DATE' } });

// helpers //////////////////////

function visible(multiline: boolean) {
  return (text: string, ctx: z.RefinementCtx) => {
    const unfit = unfitText(text, multiline);
    if (unfit) ctx.addIssue({ code: 'custom', params: { code: unfit.code } });
  };
}

function hasYear(text: string): boolean {
  return !text.startsWith('0000');
}
