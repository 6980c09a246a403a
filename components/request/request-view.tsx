'use client';

import { Button, Tabs } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import { Crumbs } from '@/components/shell/crumbs';
import { useCommands } from '@/components/shell/palette/use-commands';
import type { NavKey } from '@/components/shell/nav';
import { useCan, useSession } from '@/components/shell/session-context';
import { useTRPC } from '@/components/shell/trpc';
import { Card } from '@/components/ui/card';
import { MoreMenuItem } from '@/components/ui/lazy-more-menu';
import { Page } from '@/components/ui/page';
import { personName } from '@/lib/format/person';
import { localText } from '@/lib/json';
import type { IncidentView, RequestPage, SeatView } from '@/server/instance/request-page';
import { Comments } from './comments';
import { DocumentsCard } from './documents-card';
import { HolderBar } from './holder-bar';
import { Incidents } from './incidents';
import { ItemPanel } from './item-panel';
import { ItemWorkspace } from './item-workspace';
import type { OperatorAction } from './operator-dialog';
import { ReceiptsCard } from './receipts-card';
import { Printed } from './printed';
import { RequestHead } from './request-head';
import { Timeline } from './timeline';
import { draftHref, useCopyRequest } from './use-copy-request';
import { useRequestActions } from './use-request-actions';
import { useViewed } from './use-viewed';
import classes from './request.module.css';

const Journal = dynamic(() => import('./journal'), { ssr: false });
const Calls = dynamic(() => import('./calls'), { ssr: false });
const Diagram = dynamic(() => import('./diagram'), { ssr: false });
const OperatorDialog = dynamic(() => import('./operator-dialog').then((module) => module.OperatorDialog), { ssr: false });
type Operation = { action: OperatorAction; incident: IncidentView | null; seat?: SeatView };
const TABS = ['overview', 'form', 'timeline', 'diagram', 'documents', 'journal'] as const;

/** One request on a page of its own, for everybody who may see it; what can be done depends on who looks. */
export function RequestView({ id }: { id: string }) {
  const trpc = useTRPC();
  const { data: request } = useSuspenseQuery(trpc.instance.byId.queryOptions({ id }));
  return <Loaded key={request.id} request={request} />;
}

// helpers //////////////////////

function Loaded({ request }: { request: RequestPage }) {
  const t = useTranslations('request');
  const locale = useLocale();
  const { userId } = useSession();
  const [tab, setTab] = useState<string>('overview');
  const [operation, setOperation] = useState<Operation | null>(null);
  const actions = useRequestActions(request);
  const router = useRouter();
  const { copy } = useCopyRequest((draft) => router.push(draftHref(draft)));
  useViewed(request);
  const place = usePlace(request);
  const held = request.holders.flatMap((holder) => holder.people);
  const [only] = held;
  const urgeText =
    held.length === 0 || !only
      ? t('urge')
      : held.length === 1
        ? t('urgeOne', { name: personName(only, locale) })
        : t('urgeMany', { count: held.length });
  const waitedFor = request.holders.filter((holder) => !holder.rework);
  const isUrged =
    request.applicant.id === userId && request.status === 'running' && waitedFor.length > 0 && !waitedFor.some((holder) => holder.mayUrge);
  // Who asked may remind without a word; who administers says why, as with every other act.
  const urge = () => (request.applicant.id === userId ? void actions.urge() : open('urge'));
  // The whole of it is on the overview.
  const print = () => {
    flushSync(() => setTab('overview'));
    window.print();
  };
  useCommands([
    ...(request.can.urge ? [{ id: 'request:urge', label: urgeText, run: urge }] : []),
    { id: 'request:print', label: t('print'), run: print },
  ]);
  const item = request.myItems[0];
  const formTitle = request.form ? localText(request.form.schema.title, locale) : null;
  const open = (action: OperatorAction, incident: IncidentView | null = null) => setOperation({ action, incident });
  const removing = {
    ids: new Set(request.can.removeSigners),
    run: (seat: SeatView) => setOperation({ action: 'removeSigner', incident: null, seat }),
  };
  const operations = (['suspend', 'resume', 'reassign', 'terminate'] as const).filter((action) => request.can[action]);
  return (
    <ItemWorkspace request={request} item={item ?? null}>
      {(form) => (
        <>
          <Crumbs items={[{ label: request.title }]} place={place} />
          <Page>
            <RequestHead
              request={request}
              actions={
                <>
                  <Button
                    data-wide
                    variant="subtle"
                    color="gray"
                    leftSection={<IconPrinter size={18} stroke={1.5} aria-hidden />}
                    onClick={print}
                  >
                    {t('print')}
                  </Button>
                  {isUrged && <span className={classes.meta}>{t('urgedLately')}</span>}
                  {request.can.urge && (
                    <Button variant="filled" loading={actions.urging} onClick={urge}>
                      {urgeText}
                    </Button>
                  )}
                </>
              }
              more={
                (request.can.copy || request.can.withdraw || operations.length > 0) && (
                  <>
                    {request.can.copy && <MoreMenuItem onClick={() => copy(request.id)}>{t('copy')}</MoreMenuItem>}
                    {request.can.withdraw && <MoreMenuItem onClick={() => open('withdraw')}>{t('operation.withdraw')}</MoreMenuItem>}
                    {operations.map((action) => (
                      <MoreMenuItem key={action} color={action === 'terminate' ? 'red' : undefined} onClick={() => open(action)}>
                        {t(`operation.${action}`)}
                      </MoreMenuItem>
                    ))}
                  </>
                )
              }
            />
            <div className={classes.stack}>
              <HolderBar request={request} onResume={() => open('resume')} />
              <Incidents
                incidents={request.incidents}
                canRetry={request.can.retryIncident}
                canReassign={request.can.reassign}
                onRetry={(incident) => open('retry', incident)}
                onReassign={(incident) => open('reassign', incident)}
              />
              <Tabs value={tab} onChange={(value) => setTab(value ?? 'overview')} keepMounted={false}>
                <Tabs.List data-screen>
                  {TABS.filter((name) => name !== 'form' || request.form !== null).map((name) => (
                    <Tabs.Tab key={name} value={name}>
                      {t(`tab.${name}`)}
                      {name === 'documents' && request.documents.length > 0 ? ` ${request.documents.length}` : ''}
                    </Tabs.Tab>
                  ))}
                </Tabs.List>
                <Tabs.Panel value="overview" pt="md">
                  {overview(form)}
                </Tabs.Panel>
                <Tabs.Panel value="form" pt="md">
                  <Card title={formTitle} padded>
                    {form}
                  </Card>
                </Tabs.Panel>
                <Tabs.Panel value="timeline" pt="md">
                  <Timeline request={request} onRemove={removing} />
                </Tabs.Panel>
                <Tabs.Panel value="diagram" pt="md">
                  <Card>
                    <Diagram diagram={request.diagram} height={520} />
                  </Card>
                </Tabs.Panel>
                <Tabs.Panel value="documents" pt="md">
                  <Card>
                    <DocumentsCard documents={request.documents} types={request.documentTypes} />
                  </Card>
                </Tabs.Panel>
                <Tabs.Panel value="journal" pt="md">
                  <div className={classes.stack}>
                    {request.can.calls && <Calls id={request.id} />}
                    <Journal id={request.id} />
                  </div>
                </Tabs.Panel>
              </Tabs>
            </div>
            <Printed />
          </Page>
          {item && <ItemPanel request={request} item={item} />}
          {operation && <OperatorDialog request={request} {...operation} onClose={() => setOperation(null)} />}
        </>
      )}
    </ItemWorkspace>
  );

  function overview(form: ReactNode) {
    const shown = request;
    return (
      <div className={classes.stack}>
        <div className={classes.drawing} data-screen>
          <Card>
            <Diagram diagram={shown.diagram} height={220} />
          </Card>
        </div>
        <div className={classes.columns}>
          <div className={classes.stack}>
            {shown.receipts.map((group) => (
              <Card key={group.elementId}>
                <ReceiptsCard
                  group={group}
                  canRemind={shown.can.remindReaders}
                  reminding={actions.reminding}
                  onRemind={() => void actions.remind(group.elementId)}
                />
              </Card>
            ))}
            {shown.form && (
              <Card title={formTitle} padded>
                {form}
              </Card>
            )}
            {shown.documents.length > 0 && (
              <Card title={t('tab.documents')}>
                <DocumentsCard documents={shown.documents} types={shown.documentTypes} />
              </Card>
            )}
            <div data-screen={shown.comments.length === 0 || undefined}>
              <Card title={t('comments')}>
                <Comments
                  requestId={shown.id}
                  comments={shown.comments}
                  canComment={shown.can.comment}
                  sending={actions.commenting}
                  onSend={actions.comment}
                  hasKey={!item?.actions.includes('approve')}
                />
              </Card>
            </div>
          </div>
          <Timeline request={shown} onRemove={removing} />
        </div>
      </div>
    );
  }
}

/** Where the reader would look for it: among the own ones, at hand, among those watched, what was to be read, or what is done. */
function usePlace({ applicant, myItems, onlyReads }: RequestPage): NavKey {
  const { userId } = useSession();
  const watches = useCan()('instance.monitor');
  if (applicant.id === userId) return 'mine';
  if (myItems.length > 0) return myItems.every((item) => item.kind === 'read') ? 'reading' : 'inbox';
  return watches ? 'monitor' : onlyReads ? 'reading' : 'done';
}
