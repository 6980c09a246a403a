'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Now, Was } from '@/components/ui/change';
import { RelativeTime } from '@/components/ui/relative-time';
import { UserName } from '@/components/ui/user-name';
import type { FormSchema } from '@/forms/schema/schema';
import type { Json } from '@/lib/json';
import type { ChangeStep } from '@/server/instance/request-page';
import { pathLabel } from './path-label';
import classes from './request.module.css';

/** What each step changed in the form's data, before and after, with who and when. */
export function ChangesTable({ steps, schema }: { steps: readonly ChangeStep[]; schema: FormSchema | null }) {
  const t = useTranslations('request');
  const locale = useLocale() === 'en' ? 'en' : 'zh';
  const changed = steps.filter((step) => step.changes.length > 0);
  if (changed.length === 0) return <p className={classes.empty}>{t('noChanges')}</p>;
  return (
    <table className={classes.changes}>
      <thead>
        <tr>
          <th scope="col">{t('step')}</th>
          <th scope="col">{t('field')}</th>
          <th scope="col">{t('beforeAfter')}</th>
        </tr>
      </thead>
      <tbody>
        {changed.map((step) =>
          step.changes.map((change, index) => (
            <tr key={`${step.seq}-${change.path}`}>
              {index === 0 && (
                <th scope="rowgroup" rowSpan={step.changes.length}>
                  {step.elementName ?? t('step')}
                  <br />
                  {step.by && <UserName person={step.by} />} <RelativeTime value={step.at} />
                </th>
              )}
              <td>{schema ? pathLabel(schema, change.path, locale) : change.path}</td>
              <td>
                {change.before !== null && <Was>{show(change.before)}</Was>} {change.after !== null && <Now>{show(change.after)}</Now>}
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

// helpers //////////////////////

function show(value: Json): string {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map(show).join('、');
  if (typeof value.amount === 'string') return `${value.amount} ${typeof value.currency === 'string' ? value.currency : ''}`.trim();
  return Object.entries(value)
    .filter(([key]) => !key.startsWith('_'))
    .map(([, part]) => show(part))
    .filter(Boolean)
    .join('，');
}
