'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormRead } from '@/components/form/form-read';
import { LookupsProvider } from '@/components/form/lookups-context';
import { ReadValue } from '@/components/form/read/read-value';
import { Banner } from '@/components/ui/banner';
import { Segmented } from '@/components/ui/segmented';
import { isMoney } from '@/forms/fields/money/config';
import { sameValue } from '@/forms/schema/same';
import { fieldByKey } from '@/forms/schema/walk';
import { personName } from '@/lib/format/person';
import { localText } from '@/lib/json';
import type { RequestPage } from '@/server/instance/request-page';
import classes from './request.module.css';

/** The request's form as a document; from the second round on it opens with what changed since the last. */
export function RequestFormRead({ request }: { request: RequestPage }) {
  const t = useTranslations('request');
  const locale = useLocale();
  const previous = request.rounds.filter((round) => round.round < request.round).toSorted((a, b) => b.round - a.round)[0];
  const [view, setView] = useState<'changes' | 'text'>('changes');
  if (!request.form) return null;
  const { schema, values, access, lookups } = request.form;
  const changes = previous
    ? request.changes.filter((step) => step.round === request.round).reduce((sum, step) => sum + step.changes.length, 0)
    : 0;
  // What it comes to now, and why it came back, before the reader looks for it.
  const sum = request.summary.map((field) => fieldByKey(schema, field.key)).find((field) => field && isMoney(values[field.key] ?? null));
  const [now, then] = sum && previous ? [values[sum.key] ?? null, previous.values[sum.key] ?? null] : [null, null];
  const words = previous ? wayBack(request, previous.round) : null;
  return (
    <LookupsProvider value={lookups}>
      {previous && (
        <Banner
          tone="mark"
          end={
            changes > 0 && (
              <Segmented
                label={t('showChanges')}
                value={view}
                onChange={setView}
                options={[
                  { value: 'changes', label: t('showChanges') },
                  { value: 'text', label: t('hideChanges') },
                ]}
              />
            )
          }
        >
          <strong>
            {t('changed', { count: changes })}
            {sum && !sameValue(now, then)
              ? t.rich('changedValue', {
                  label: localText(sum.label, locale),
                  v: () => <ReadValue field={sum} value={now} before={then} compact />,
                })
              : null}
          </strong>
          {words && (
            <>
              {' · '}
              {t(`sentBack.${words.cause}`, { who: words.who ? personName(words.who, locale) : '' })}
              {t('said', { text: words.text })}
            </>
          )}
        </Banner>
      )}
      <div className={classes.formRead}>
        <FormRead schema={schema} values={values} access={access} before={previous && view === 'changes' ? previous.values : null} />
      </div>
    </LookupsProvider>
  );
}

// helpers //////////////////////

/** What was written by whoever sent that round back. */
function wayBack({ timeline }: RequestPage, round: number) {
  for (const entry of timeline) {
    if (entry.type !== 'activity' || entry.round !== round || (entry.outcome !== 'rejected' && entry.outcome !== 'returned')) continue;
    const seat = entry.seats.find((one) => (one.status === 'rejected' || one.status === 'returned') && one.comment);
    if (seat?.comment) return { cause: entry.outcome, who: seat.person, text: seat.comment };
  }
  return null;
}
