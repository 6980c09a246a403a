'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormRead } from '@/components/form/form-read';
import { LookupsProvider } from '@/components/form/lookups-context';
import { Banner } from '@/components/ui/banner';
import { Segmented } from '@/components/ui/segmented';
import type { RequestPage } from '@/server/instance/request-page';
import classes from './request.module.css';

/** The request's form as a document; from the second round on it opens with what changed since the last. */
export function RequestFormRead({ request }: { request: RequestPage }) {
  const t = useTranslations('request');
  const previous = request.rounds.filter((round) => round.round < request.round).toSorted((a, b) => b.round - a.round)[0];
  const [view, setView] = useState<'changes' | 'text'>('changes');
  if (!request.form) return null;
  const { schema, values, access, lookups } = request.form;
  const changes = previous
    ? request.changes.filter((step) => step.round === request.round).reduce((sum, step) => sum + step.changes.length, 0)
    : 0;
  return (
    <LookupsProvider value={lookups}>
      {previous && (
        <Banner
          tone="mark"
          end={
            <Segmented
              label={t('showChanges')}
              value={view}
              onChange={setView}
              options={[
                { value: 'changes', label: t('showChanges') },
                { value: 'text', label: t('hideChanges') },
              ]}
            />
          }
        >
          {t('changed', { count: changes })}
        </Banner>
      )}
      <div className={classes.formRead}>
        <FormRead schema={schema} values={values} access={access} before={previous && view === 'changes' ? previous.values : null} />
      </div>
    </LookupsProvider>
  );
}
