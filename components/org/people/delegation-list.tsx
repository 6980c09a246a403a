'use client';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useAppError } from '@/components/shell/use-app-error';
import { useTRPC } from '@/components/shell/trpc';
import { notifyDone } from '@/components/ui/notify';
import { Tag } from '@/components/ui/tag';
import { useReader } from '@/components/ui/use-reader';
import { formatDate } from '@/lib/format/date';
import { personName } from '@/lib/format/person';
import type { DelegationView } from '@/server/org/list-delegations';
import { useLocal } from '@/components/ui/use-local';
import { useOrgRefresh } from '../use-org-refresh';
import classes from './delegation-list.module.css';

/** Who acts for a person and for whom the person acts; given ones can be ended. */
export function DelegationList({ delegations }: { delegations: readonly DelegationView[] }) {
  const t = useTranslations('org.delegation');
  const locale = useLocale();
  const local = useLocal();
  const reader = useReader();
  const trpc = useTRPC();
  const refresh = useOrgRefresh();
  const onError = useAppError();
  const revoke = useMutation(
    trpc.org.revokeDelegation.mutationOptions({ onError, onSuccess: () => void notifyDone({ message: t('revoked') }), onSettled: refresh }),
  );
  return (
    <ul className={classes.list}>
      {delegations.map((one) => {
        const other = personName(one.other, locale);
        // The end is the first moment that is out: the day before it is the last one in.
        const last = formatDate(new Date(Date.parse(one.endsAt) - 1), 'day', reader);
        return (
          <li key={one.id} className={classes.card}>
            <div className={classes.head}>
              <Tag tone="ochre">{t(one.direction === 'given' ? 'byProxy' : 'forOther', { name: other })}</Tag>
              <span className={classes.what}>{one.processes.length > 0 ? one.processes.map(local).join(t('comma')) : t('everything')}</span>
              {one.isActive ? null : <Tag>{t('later')}</Tag>}
            </div>
            <div className={classes.foot}>
              <span>
                {t('span', { from: formatDate(one.startsAt, 'day', reader), to: last })}
                {one.reason ? ` · ${one.reason}` : ''}
              </span>
              {one.direction === 'given' ? (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  loading={revoke.isPending && revoke.variables.id === one.id}
                  onClick={() => revoke.mutate({ commandId: crypto.randomUUID(), id: one.id })}
                >
                  {t('end')}
                </Button>
              ) : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
