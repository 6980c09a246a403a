'use client';
import { Button, Group, Modal, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCan } from '@/components/shell/session-context';
import { Segmented } from '@/components/ui/segmented';
import type { TransferKind } from '@/server/org/transfer-columns';
import { ImportPane } from './import-pane';
import classes from './transfer.module.css';

/** People and departments as a sheet, in and out. */
export function TransferDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('org.transfer');
  const c = useTranslations('common');
  const can = useCan();
  const [mode, setMode] = useState<'import' | 'export'>('import');
  const [kind, setKind] = useState<TransferKind>('users');
  const kinds = [
    ...(can('user.manage') ? [{ value: 'users' as const, label: t('users') }] : []),
    ...(can('org.manage') ? [{ value: 'departments' as const, label: t('departments') }] : []),
  ];
  const modes = [
    { value: 'import' as const, label: t('import') },
    { value: 'export' as const, label: t('export') },
  ];
  return (
    <Modal
      closeButtonProps={{ 'aria-label': c('close') }}
      opened
      closeOnClickOutside={false}
      onClose={onClose}
      title={t('title')}
      size={640}
    >
      <Stack gap="md">
        <Group gap="md">
          <Segmented label={t('mode')} options={modes} value={mode} onChange={setMode} />
          <Segmented label={t('what')} options={kinds} value={kind} onChange={setKind} />
        </Group>
        {mode === 'import' ? (
          <ImportPane key={kind} kind={kind} onDone={onClose} />
        ) : (
          <>
            <p className={classes.help}>{t('exportHelp')}</p>
            <Group gap="xs">
              {(['xlsx', 'csv'] as const).map((format) => (
                <Button
                  key={format}
                  component="a"
                  href={`/api/org/export?kind=${kind}&format=${format}`}
                  download
                  leftSection={<IconDownload size={18} stroke={1.5} />}
                >
                  {t('download', { format: format === 'xlsx' ? 'Excel' : 'CSV' })}
                </Button>
              ))}
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
}
