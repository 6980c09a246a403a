'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PageHeader } from '@/components/ui/page-header';
import { Seal } from '@/components/ui/seal';
import { useReader } from '@/components/ui/use-reader';
import { formatDate } from '@/lib/format/date';
import { personName } from '@/lib/format/person';
import { localText } from '@/lib/json';
import type { RequestPage } from '@/server/instance/request-page';
import { processAside } from './process-aside';
import { isFilled, SummaryValue } from './summary-value';
import { sealOf } from './seal-of';

/** Seal, title, and the facts a reader needs to know which request this is. */
export function RequestHead({ request, actions, more }: { request: RequestPage; actions?: ReactNode; more?: ReactNode }) {
  const t = useTranslations('request');
  const reader = useReader();
  const locale = useLocale();
  const name = personName(request.applicant, locale);
  const who = request.department ? t('applicantOf', { who: name, department: localText(request.department.name, locale) }) : name;
  return (
    <PageHeader
      lead={<Seal state={sealOf(request.seal)} size="xl" />}
      title={request.title}
      subtitle={
        <>
          {processAside(request, locale)} · {who} · {t('startedOn', { date: formatDate(request.startedAt, 'day', reader) })}
          {request.expiresAt && !request.endedAt && <> · {t('validUntil', { date: formatDate(request.expiresAt, 'full', reader) })}</>}
          {request.round > 1 && <> · {t('roundNo', { round: request.round })}</>}
          {request.summary.filter(isFilled).map((field) => (
            <span key={field.key}>
              {' · '}
              <SummaryValue field={field} />
            </span>
          ))}
        </>
      }
      actions={actions}
      more={more}
    />
  );
}
