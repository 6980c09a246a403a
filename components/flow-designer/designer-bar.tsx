'use client';

import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconHistory } from '@tabler/icons-react';
import type CommandStack from 'diagram-js/lib/command/CommandStack';
import { useLocale, useTranslations } from 'next-intl';
import type { SaveState } from '@/components/studio/use-autosave';
import { MoreMenu } from '@/components/ui/lazy-more-menu';
import { Tag } from '@/components/ui/tag';
import { localText } from '@/lib/json';
import type { ProcessDetail } from '@/server/process/get';
import type { ProcessHead } from './designer-context';
import { useExportModel } from './use-export-model';
import type { ModelerState } from './use-modeler';
import classes from './flow-designer.module.css';

type Props = {
  process: ProcessDetail;
  head: ProcessHead;
  state: ModelerState;
  saveState: SaveState;
  flush(): Promise<void>;
  canPublish: boolean;
  /** How many errors stand in the way of publishing. */
  errors: number;
  open(panel: 'publish' | 'versions' | 'matrix' | 'import'): void;
};

/** Over the canvas: what is drawn, whether it is stored, and what can be done with it as a whole. */
export function DesignerBar({ process, head, state, saveState, flush, canPublish, errors, open }: Props) {
  const t = useTranslations('designer');
  const locale = useLocale();
  const exportModel = useExportModel(process.id);
  const stack = () => state.modeler?.get<CommandStack>('commandStack');
  const afterSaving = (then: () => unknown) => void flush().then(then, () => undefined);
  return (
    <header className={classes.bar}>
      <h1 className={classes.title}>{localText(head.name, locale)}</h1>
      <Tag tone="ochre">{t('draft')}</Tag>
      <span className={classes.meta} role="status">
        {process.retired ? t('retired') : process.latestNo > 0 ? t('live', { no: process.latestNo }) : t('neverPublished')}
        {process.openInstances > 0 && ` · ${t('openInstances', { count: process.openInstances })}`} · {t(`saveState.${saveState}`)}
      </span>
      {(saveState === 'failed' || saveState === 'away') && (
        <Button size="compact-xs" onClick={() => afterSaving(() => undefined)}>
          {t('retrySave')}
        </Button>
      )}
      <ActionIcon aria-label={t('undo')} title={t('undo')} disabled={!state.canUndo} onClick={() => stack()?.undo()}>
        <IconArrowBackUp size={18} stroke={1.5} />
      </ActionIcon>
      <ActionIcon aria-label={t('redo')} title={t('redo')} disabled={!state.canRedo} onClick={() => stack()?.redo()}>
        <IconArrowForwardUp size={18} stroke={1.5} />
      </ActionIcon>
      <ActionIcon aria-label={t('versions')} title={t('versions')} onClick={() => open('versions')}>
        <IconHistory size={18} stroke={1.5} />
      </ActionIcon>
      <span className={classes.grow} />
      <Button size="xs" variant="subtle" color="gray" disabled={!state.modeler} onClick={() => open('matrix')}>
        {t('matrixTitle')}
      </Button>
      {canPublish && (
        <Button
          size="xs"
          variant="filled"
          disabled={errors > 0 || !state.modeler}
          title={errors > 0 ? t('cannotPublish', { count: errors }) : undefined}
          onClick={() => afterSaving(() => open('publish'))}
        >
          {t('publish', { no: process.latestNo + 1 })}
        </Button>
      )}
      <MoreMenu label={t('more')}>
        <Menu.Item onClick={() => afterSaving(() => exportModel(null))}>{t('exportXml')}</Menu.Item>
        <Menu.Item onClick={() => open('import')}>{t('importXml')}</Menu.Item>
      </MoreMenu>
    </header>
  );
}
