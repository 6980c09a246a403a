'use client';

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCan } from '@/components/shell/session-context';
import { useTRPC } from '@/components/shell/trpc';
import { localText } from '@/lib/json';
import { useDesigner } from '../designer-context';
import { OwnerNames } from '../owner-names';
import { PanelRow } from './panel-section';
import classes from './panel.module.css';

const OwnersDialog = dynamic(() => import('../owners-dialog').then((module) => module.OwnersDialog));

/** Who owns the process: at once, for every version. */
export function OwnersRow() {
  const t = useTranslations('designer.owners');
  const locale = useLocale() === 'en' ? 'en' : 'zh';
  const trpc = useTRPC();
  const mayChange = useCan()('process.publish');
  const { processId, head } = useDesigner();
  const { data: owners } = useQuery(trpc.process.owners.queryOptions({ id: processId }));
  const [open, setOpen] = useState(false);
  return (
    <PanelRow label={t('label')}>
      <span className={classes.owners}>
        {owners && <OwnerNames owners={owners} />}
        {mayChange && (
          <Button size="compact-xs" variant="subtle" aria-label={t('change')} onClick={() => setOpen(true)}>
            {t('edit')}
          </Button>
        )}
      </span>
      {open && <OwnersDialog processId={processId} name={localText(head.name, locale)} onClose={() => setOpen(false)} />}
    </PanelRow>
  );
}
