'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { NoticeKind } from '@/server/engine/core/event';
import type { NoticeView } from '@/server/notify/list-notices';

/** What the portal itself says, beside what the requests say. */
type Line = NoticeKind | 'mailDown';

/** A notice in words, the step and what was said there, and the place that it is about. */
export function useNoticeLine(): (notice: NoticeView) => { text: string; note: string | null; href: string } {
  const t = useTranslations('notices');
  const locale = useLocale();
  return ({ kind, params, rootInstanceId, workItemId }) => {
    const actor = (locale === 'en' && params.actorEn) || params.actor || '';
    // What came back to the applicant has no step to be named.
    const step = params.elementName && ((locale === 'en' && params.elementNameEn) || params.elementName);
    const said = params.comment ? t('quote', { text: params.comment }) : params.reason;
    return {
      text: t(`line.${kind as Line}`, { actor, title: params.title ?? '' }),
      note: [step, said].filter(Boolean).join(' · ') || null,
      href: rootInstanceId
        ? `/requests/${rootInstanceId}${workItemId ? `?item=${workItemId}` : ''}`
        : kind === 'mailDown'
          ? '/system'
          : '/',
    };
  };
}
