'use client';

import { Button } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { useSession } from '@/components/shell/session-context';
import { Due } from '@/components/ui/due';
import { UserAvatar } from '@/components/ui/user-avatar';
import { useNow } from '@/components/ui/use-now';
import { durationParts } from '@/lib/format/relative-time';
import { personName } from '@/lib/format/person';
import type { RequestPage } from '@/server/instance/request-page';
import type { HolderView } from '@/server/instance/views';
import classes from './request.module.css';

/** Where the request is, in one sentence: who holds it, for what, since when, until when. */
export function HolderBar({ request, onResume }: { request: RequestPage; onResume?: () => void }) {
  const t = useTranslations('request');
  if (request.incidents.length > 0) return null;
  if (request.seal === 'expired') return <Banner>{t('endedExpired')}</Banner>;
  if (request.endedAt) return null;
  const suspended = request.seal === 'suspended';
  if (request.holders.length === 0 && !suspended) return <Banner>{t('heldByNobody')}</Banner>;
  return (
    <div className={classes.holders}>
      {suspended && (
        <Banner
          tone="warning"
          end={
            onResume &&
            request.can.resume && (
              <Button size="xs" variant="filled" onClick={onResume}>
                {t('operation.resume')}
              </Button>
            )
          }
        >
          {t('heldSuspended')}
        </Banner>
      )}
      {request.holders.map((holder) => (
        <Banner
          key={holder.activityId}
          icon={holder.people[0] && <UserAvatar person={holder.people[0]} size="s" />}
          end={
            holder.dueAt && !suspended ? (
              <span data-screen>
                <Due value={holder.dueAt} />
              </span>
            ) : undefined
          }
        >
          <HolderSentence holder={holder} />
        </Banner>
      ))}
    </div>
  );
}

// helpers //////////////////////

function HolderSentence({ holder }: { holder: HolderView }) {
  const t = useTranslations('request');
  const c = useTranslations('common');
  const locale = useLocale();
  const { userId } = useSession();
  const now = useNow();
  const { unit, count } = durationParts(now.getTime() - Date.parse(holder.since));
  const separator = t('listSeparator');
  const names = holder.people
    .slice(0, 3)
    .map((person) =>
      person.onBehalfOf
        ? c('proxyFor', { proxy: personName(person, locale), name: personName(person.onBehalfOf, locale) })
        : personName(person, locale),
    );
  const who = names.join(separator) + (holder.people.length > 3 ? t('andOthers', { count: holder.people.length }) : '');
  const duration = c(`duration.${unit}`, { count });
  const values = { who, element: holder.elementName, duration, count: holder.candidates.length };
  const rich = { b: (chunks: React.ReactNode) => <strong>{chunks}</strong> };
  const [only] = holder.people;
  if (holder.people.length === 1 && only?.id === userId && !only.onBehalfOf)
    return t.rich(holder.rework ? 'heldReworkByYou' : 'heldByYou', { ...values, ...rich });
  if (holder.rework) return t.rich('heldRework', { ...values, ...rich });
  if (holder.people.length === 0) return t.rich(holder.candidates.length > 0 ? 'heldOffered' : 'heldNoOne', { ...values, ...rich });
  return t.rich('heldBy', { ...values, ...rich });
}
