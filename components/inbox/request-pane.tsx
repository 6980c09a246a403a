'use client';

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { HolderBar } from '@/components/request/holder-bar';
import { ItemPanel } from '@/components/request/item-panel';
import { ItemWorkspace } from '@/components/request/item-workspace';
import { DecisionsSoFar } from '@/components/request/decisions-so-far';
import { NextSteps } from '@/components/request/next-steps';
import { processAside } from '@/components/request/process-aside';
import { DocumentsCard } from '@/components/request/documents-card';
import { Comments } from '@/components/request/comments';
import { useRequestActions } from '@/components/request/use-request-actions';
import type { ItemAct } from '@/components/request/use-item-actions';
import { useViewed } from '@/components/request/use-viewed';
import { useTRPC } from '@/components/shell/trpc';
import { Due } from '@/components/ui/due';
import { ErrorState } from '@/components/ui/error-state';
import { Section } from '@/components/ui/card';
import { LinesSkeleton } from '@/components/ui/skeletons';
import { personName } from '@/lib/format/person';
import { localText } from '@/lib/json';
import type { RequestPage } from '@/server/instance/request-page';
import type { InboxItem } from '@/server/task/task-views';
import classes from './inbox.module.css';
import { PaneSteps, type Position } from './pane-steps';

/** Without a position while the list is being read up to the item. */
type Props = { item: InboxItem; position: Position | null; onStep(by: 1 | -1): void; onDone(act: ItemAct): void };

/** One request beside the list: read it, decide, the next one follows. */
export function RequestPane({ item, position, onStep, onDone }: Props) {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.instance.byId.queryOptions({ id: item.instanceId }));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LinesSkeleton />;
  return <Loaded request={data} workItemId={item.workItemId} position={position} onStep={onStep} onDone={onDone} />;
}

// helpers //////////////////////

function Loaded({ request, workItemId, position, onStep, onDone }: { request: RequestPage; workItemId: string } & Omit<Props, 'item'>) {
  const t = useTranslations('inbox');
  const r = useTranslations('request');
  const locale = useLocale();
  const actions = useRequestActions(request);
  useViewed(request);
  const mine = request.myItems.find((candidate) => candidate.id === workItemId) ?? request.myItems[0];
  return (
    <ItemWorkspace request={request} item={mine ?? null}>
      {(form) => (
        <div className={classes.request}>
          <div className={classes.scroll}>
            <header className={classes.paneHead}>
              <div>
                <h2>{request.title}</h2>
                <p>
                  {processAside(request, locale)} ·{' '}
                  {request.department
                    ? r('applicantOf', {
                        who: personName(request.applicant, locale),
                        department: localText(request.department.name, locale),
                      })
                    : personName(request.applicant, locale)}
                  {request.round > 1 && ` · ${r('roundNo', { round: request.round })}`}
                  {mine?.dueAt && (
                    <>
                      {' · '}
                      <Due value={mine.dueAt} />
                    </>
                  )}
                </p>
              </div>
              <div className={classes.paneNav} data-screen>
                <PaneSteps position={position} onStep={onStep} />
                <Button component={Link} href={`/requests/${request.id}`} size="xs" variant="default">
                  {t('fullPage')}
                </Button>
              </div>
            </header>
            {!mine && <HolderBar request={request} />}
            <div className={classes.columns}>
              <div className={classes.document}>
                {form}
                {request.documents.length > 0 && (
                  <Section title={r('tab.documents')}>
                    <DocumentsCard documents={request.documents} types={request.documentTypes} />
                  </Section>
                )}
                <DecisionsSoFar timeline={request.timeline} />
                <Section title={r('comments')}>
                  <Comments
                    requestId={request.id}
                    comments={request.comments}
                    canComment={request.can.comment}
                    sending={actions.commenting}
                    onSend={actions.comment}
                  />
                </Section>
                <Link href={`/requests/${request.id}`} className={classes.fullPage}>
                  {t('fullPage')}
                </Link>
              </div>
              {mine?.next && (
                <aside className={classes.after} data-screen>
                  <h3>{t('afterApproval')}</h3>
                  <NextSteps steps={mine.next} />
                </aside>
              )}
            </div>
          </div>
          {mine && <ItemPanel request={request} item={mine} onDone={onDone} />}
        </div>
      )}
    </ItemWorkspace>
  );
}
