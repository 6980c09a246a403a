import { download } from '@/components/studio/download';
import { type Locale, localText } from '@/lib/json';
import type { FormFile } from '@/server/form/export';

/** Hands a form to the browser as the file that an import reads. */
export function downloadForm(file: FormFile, locale: Locale): void {
  download(`${localText(file.name, locale) || 'form'}.json`, new TextEncoder().encode(JSON.stringify(file, null, 2)), 'application/json');
}
