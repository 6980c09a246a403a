import type { Locale } from '@/lib/json';
import { query } from '../db/client';

/** The name beside the brand's seal: that of the root department. */
export async function companyName(locale: Locale): Promise<string> {
  const { rows } = await query<{ name_zh: string; name_en: string }>({
    name: 'shell_company',
    text: 'select name_zh, name_en from portal.department where parent_id is null and disabled_at is null order by sort_order, id limit 1',
  });
  const root = rows[0];
  return (root && (locale === 'en' ? root.name_en || root.name_zh : root.name_zh)) ?? '';
}
