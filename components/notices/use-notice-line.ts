'use client';
import { useTranslations } from 'next-intl';
import type { NoticeKind } from '@/server/engine/core/event';
import type { NoticeView } from '@/server/notify/list-notices';

/** What the portal itself says, beside what the requests say. */
type Line = NoticeKind | 'mailDown';

/** A notice in words, and the place that it is about. */
export function useNoticeLine(): (notice: NoticeView) => { text: string; comment: string | null; href: string } {
  const t = useTranslations('notices');
  return ({ kind, params, rootInstanceId, workItemId }) => ({
    text: t(`line.${kind as Line}`, { actor: params.actor ?? '', title: params.title ?? '' }),
    comment: params.comment ? t('quote', { text: params.comment }) : (params.reason ?? null),
    href: rootInstanceId ? `/requests/${rootInstanceId}${workItemId ? `?item=${workItemId}` : ''}` : kind === 'mailDown' ? '/system' : '/',
  });
}
