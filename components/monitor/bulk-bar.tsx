'use client';

import { Button } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { MonitoredInstance } from '@/server/monitor/list-instances';
import type { BulkAction } from './bulk-dialog';
import classes from './monitor.module.css';

const BulkDialog = dynamic(() => import('./bulk-dialog').then((module) => module.BulkDialog), { ssr: false });
const ACTIONS = ['urge', 'reassign', 'suspend', 'resume', 'terminate'] as const satisfies readonly BulkAction[];
/** As many as the server takes at once. */
const MOST = 50;

type Props = {
  selected: readonly MonitoredInstance[];
  /** Who the list is cut down to: the person whose items are handed over. */
  holderId: string | null;
  onChange(ids: ReadonlySet<string>): void;
};

/** What an operator can do with the chosen requests together; stands at the bottom while some are chosen. */
export function BulkBar({ selected, holderId, onChange }: Props) {
  const t = useTranslations('monitor.bulk');
  const c = useTranslations('common');
  const [asked, setAsked] = useState<{ action: BulkAction; requests: readonly MonitoredInstance[] } | null>(null);
  const tooMany = selected.length > MOST;
  return (
    <>
      {selected.length > 0 && (
        <div className={classes.bulk} data-action-bar role="toolbar" aria-label={t('label')}>
          <strong role="status">
            {tooMany ? t('tooMany', { count: selected.length, most: MOST }) : c('selected', { count: selected.length })}
          </strong>
          {ACTIONS.map((action) => (
            <Button
              key={action}
              size="xs"
              {...(action === 'terminate' ? { variant: 'danger' } : {})}
              disabled={tooMany}
              onClick={() => setAsked({ action, requests: selected })}
            >
              {t(`action.${action}`)}
            </Button>
          ))}
          <Button size="xs" variant="subtle" onClick={() => onChange(new Set())}>
            {t('clear')}
          </Button>
        </div>
      )}
      {asked && (
        <BulkDialog
          action={asked.action}
          requests={asked.requests}
          holderId={holderId}
          onClose={(left) => {
            setAsked(null);
            if (left) onChange(left);
          }}
        />
      )}
    </>
  );
}
