'use client';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DelegationList } from '@/components/org/people/delegation-list';
import { useSession } from '@/components/shell/session-context';
import { useTRPC } from '@/components/shell/trpc';
import { Card } from '@/components/ui/card';
import classes from './settings.module.css';

const DelegationDialog = dynamic(() => import('@/components/org/people/delegation-dialog').then((module) => module.DelegationDialog));

/** Who acts for me while I am away, and for whom I act. */
export function ProxyCard() {
  const t = useTranslations('settings.proxy');
  const trpc = useTRPC();
  const { userId } = useSession();
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery(trpc.org.delegations.queryOptions({}));
  return (
    <Card
      title={t('title')}
      padded
      end={
        <Button size="xs" onClick={() => setOpen(true)}>
          {t('add')}
        </Button>
      }
    >
      {data && data.length > 0 ? <DelegationList delegations={data} /> : <p className={classes.meta}>{t('none')}</p>}
      {isOpen ? <DelegationDialog userId={userId} name={null} onClose={() => setOpen(false)} /> : null}
    </Card>
  );
}
