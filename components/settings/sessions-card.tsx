'use client';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useAppError } from '@/components/shell/use-app-error';
import { useTRPC } from '@/components/shell/trpc';
import { Card } from '@/components/ui/card';
import { notifyDone } from '@/components/ui/notify';
import { RelativeTime } from '@/components/ui/relative-time';
import { Tag } from '@/components/ui/tag';
import type { SessionRow } from '@/server/account/sessions';
import { deviceOf } from './device';
import classes from './settings.module.css';

/** Where this person is signed in, and the way to end it. */
export function SessionsCard({ initial }: { initial: SessionRow[] }) {
  const t = useTranslations('settings.sessions');
  const trpc = useTRPC();
  const { data: sessions } = useQuery(trpc.account.sessions.queryOptions(undefined, { initialData: initial }));
  const { end, isPending } = useEndSessions();
  const others = sessions.filter((session) => !session.isCurrent);
  return (
    <Card
      title={t('title')}
      meta={t('count', { count: sessions.length })}
      end={
        others.length > 0 ? (
          <Button size="xs" loading={isPending} onClick={() => end(undefined)}>
            {t('endOthers')}
          </Button>
        ) : null
      }
    >
      <ul>
        {sessions.map((session) => (
          <Device key={session.id} session={session} onEnd={() => end(session.id)} isPending={isPending} />
        ))}
      </ul>
    </Card>
  );
}

function Device({ session, onEnd, isPending }: { session: SessionRow; onEnd: () => void; isPending: boolean }) {
  const t = useTranslations('settings.sessions');
  const device = deviceOf(session.userAgent);
  const name = device.name || t('unknownDevice');
  const Icon = device.isPhone ? IconDeviceMobile : IconDeviceDesktop;
  return (
    <li className={classes.device}>
      <Icon size={20} stroke={1.5} aria-hidden />
      <div className={classes.deviceText}>
        <p className={classes.deviceName}>
          {name} {session.isCurrent ? <Tag tone="pine">{t('current')}</Tag> : null}
        </p>
        <p className={classes.meta}>
          {t('lastSeen')} <RelativeTime value={session.lastSeenAt} /> · {t('since')} <RelativeTime value={session.createdAt} />
          {session.ip ? ` · ${session.ip}` : null}
        </p>
      </div>
      {session.isCurrent ? null : (
        <Button size="xs" variant="subtle" aria-label={t('endOne', { device: name })} disabled={isPending} onClick={onEnd}>
          {t('end')}
        </Button>
      )}
    </li>
  );
}

function useEndSessions() {
  const t = useTranslations('settings.sessions');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const onError = useAppError();
  const { mutate, isPending } = useMutation(
    trpc.account.endSessions.mutationOptions({
      onError,
      onSuccess: async (_result, input) => {
        notifyDone({ message: t(input.sessionId ? 'ended' : 'othersEnded') });
        await queryClient.invalidateQueries(trpc.account.sessions.queryFilter());
      },
    }),
  );
  const end = (sessionId: string | undefined) => mutate({ commandId: crypto.randomUUID(), ...(sessionId ? { sessionId } : {}) });
  return { end, isPending };
}
