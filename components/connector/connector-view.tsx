'use client';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useLocal } from '@/components/ui/use-local';
import { Crumbs } from '@/components/shell/crumbs';
import { useTRPC } from '@/components/shell/trpc';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { DocList } from '@/components/ui/doc-list';
import { ErrorState } from '@/components/ui/error-state';
import { PageHeader } from '@/components/ui/page-header';
import { CardSkeleton, HeaderSkeleton } from '@/components/ui/skeletons';
import type { ConnectorDetail } from '@/server/connector/get';
import { CallTable } from './call-table';
import { TestCall } from './test-call';
import { UsesCard } from './uses-card';
import { useSwitch } from './use-switch';
import classes from './connector.module.css';

const ConnectorDrawer = dynamic(() => import('./connector-drawer').then((module) => module.ConnectorDrawer), { ssr: false });
const SwitchOffDialog = dynamic(() => import('./switch-off-dialog').then((module) => module.SwitchOffDialog), { ssr: false });

/** One outside system: where it is, what is sent along, a call to try it, who uses it, how calls went. */
export function ConnectorView({ id }: { id: string }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.connector.get.queryOptions({ id }));
  if (query.error && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data)
    return (
      <>
        <HeaderSkeleton />
        <CardSkeleton />
      </>
    );
  return <Shown connector={query.data} />;
}

// helpers //////////////////////

function Shown({ connector }: { connector: ConnectorDetail }) {
  const t = useTranslations('connector');
  const local = useLocal();
  const [opened, setOpened] = useState<'edit' | 'off' | null>(null);
  const name = local(connector.name);
  const { switchTo, isPending } = useSwitch(connector);
  const on = () => void switchTo(false, '');
  return (
    <>
      <Crumbs items={[{ label: name }]} />
      <PageHeader
        title={name}
        subtitle={<code className={classes.code}>{connector.baseUrl}</code>}
        actions={<Button onClick={() => setOpened('edit')}>{t('edit')}</Button>}
      />
      <div className={classes.stack}>
        {connector.disabled ? (
          <Banner
            tone="warning"
            end={
              <Button size="xs" loading={isPending} onClick={on}>
                {t('switchOn')}
              </Button>
            }
          >
            {t('isOff')}
          </Banner>
        ) : null}
        {connector.headerNames === null ? <Banner tone="danger">{t('headersLost')}</Banner> : null}
        <div className={classes.columns}>
          <div className={classes.stack}>
            <Card
              title={t('connection')}
              padded
              footer={
                connector.disabled ? undefined : (
                  <Button size="xs" variant="danger" onClick={() => setOpened('off')}>
                    {t('switchOff')}
                  </Button>
                )
              }
            >
              <Facts connector={connector} />
            </Card>
            <UsesCard uses={connector.uses} />
          </div>
          <TestCall connectorId={connector.id} />
        </div>
        <CallTable connectorId={connector.id} />
      </div>
      {opened === 'edit' ? <ConnectorDrawer key={connector.rev} connector={connector} onClose={() => setOpened(null)} /> : null}
      {opened === 'off' ? <SwitchOffDialog connector={connector} onClose={() => setOpened(null)} /> : null}
    </>
  );
}

function Facts({ connector }: { connector: ConnectorDetail }) {
  const t = useTranslations('connector');
  const to = useTranslations('org.field');
  const names = connector.headerNames ?? [];
  return (
    <DocList
      items={[
        { label: to('code'), value: <code className={classes.code}>{connector.code}</code> },
        { label: t('timeout'), value: t('seconds', { count: connector.timeoutMs / 1000 }) },
        { label: t('private'), value: t(connector.allowPrivate ? 'privateYes' : 'privateNo') },
        { label: t('headers'), value: names.length > 0 ? t('headersKept', { names: names.join(', ') }) : t('headersNone'), wide: true },
      ]}
    />
  );
}
