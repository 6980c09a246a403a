'use client';

import { Button } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { KeyHint } from '@/components/ui/key-hint';
import { useShortcuts } from '@/components/shell/shortcuts/use-shortcuts';
import type { MyItem, RequestPage } from '@/server/instance/request-page';
import { DecisionBar } from './decision-bar';
import { useItemForm } from './item-form-context';
import { type ItemAct, useItemActions } from './use-item-actions';
import classes from './request.module.css';

const ResubmitBar = dynamic(() => import('./resubmit-bar').then((module) => module.ResubmitBar), { ssr: false });

type Props = { request: RequestPage; item: MyItem; onDone?(act: ItemAct): void };

/** What waits for the reader in this request, and the buttons for it. */
export function ItemPanel({ request, item, onDone }: Props) {
  const t = useTranslations('request');
  const router = useRouter();
  const form = useItemForm();
  const actions = useItemActions({ id: item.id, rev: request.form?.rev ?? 0 }, onDone ?? (() => router.refresh()), ({ issues }) =>
    form.refuse(issues),
  );
  useShortcuts(item.actions.includes('markRead') ? [{ keys: 'y', label: t('markRead'), run: () => void actions.markRead() }] : []);
  if (item.actions.includes('resubmit'))
    return <ResubmitBar request={request} item={item} {...(onDone ? { onDone: () => onDone('resubmit') } : {})} />;
  if (item.actions.includes('claim')) {
    return (
      <div className={classes.bar} data-action-bar>
        <div className={classes.actions}>
          <Button size="md" variant="filled" onClick={() => void actions.claim()}>
            {t('claim')}
          </Button>
          <span className={classes.meta}>{t('claimHint')}</span>
        </div>
      </div>
    );
  }
  if (item.kind === 'read') {
    if (!item.actions.includes('markRead')) return null;
    return (
      <div className={classes.bar} data-action-bar>
        <div className={classes.actions}>
          <Button size="md" variant="filled" rightSection={<KeyHint keys="y" onButton />} onClick={() => void actions.markRead()}>
            {t('markRead')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <DecisionBar
      key={item.id}
      item={item}
      documentTypes={request.documentTypes.filter((type) => item.documentTypeIds.includes(type.id))}
      present={request.documents}
      ownRule={request.outlook?.steps.find((step) => step.now && step.elementId === item.elementId)?.rule ?? null}
      actions={actions}
      collect={form.collect}
      pending={actions.pending}
      refused={actions.refused}
      inList={onDone !== undefined}
    />
  );
}
