'use client';
import { Button, FileButton, Group, Loader } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type DragEvent, useState } from 'react';
import { notifyDone } from '@/components/ui/notify';
import type { TransferKind } from '@/server/org/transfer-columns';
import { ImportResult } from './import-result';
import { PasswordSheet } from './password-sheet';
import classes from './transfer.module.css';
import { useImport } from './use-import';

/** Choose a file, see row by row what it would do, then store it. */
export function ImportPane({ kind, onDone }: { kind: TransferKind; onDone: () => void }) {
  const t = useTranslations('org.transfer');
  const [isOver, setOver] = useState(false);
  const { state, send, restart } = useImport(kind, (report) => {
    notifyDone({ message: t('done', { created: report.create, updated: report.update }) });
    onDone();
  });
  if (state.step === 'checked') {
    return (
      <ImportResult
        kind={kind}
        report={state.report}
        onRun={(mode, withPasswords) => void send(state.file, mode, withPasswords)}
        onAgain={restart}
      />
    );
  }
  if (state.step === 'passwords') return <PasswordSheet passwords={state.passwords} onClose={onDone} />;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) void send(file, 'check');
  };
  return (
    <>
      <div
        className={classes.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {state.step === 'busy' ? (
          <p role="status" className={classes.busy}>
            <Loader size="xs" /> {t('checking', { name: state.name })}
          </p>
        ) : (
          <>
            <p>{t('drop')}</p>
            <FileButton accept=".csv,.xlsx" onChange={(file) => file && void send(file, 'check')}>
              {(props) => (
                <Button {...props} leftSection={<IconUpload size={18} stroke={1.5} />}>
                  {t('choose')}
                </Button>
              )}
            </FileButton>
            <p className={classes.meta}>{t('limits')}</p>
            {state.refusal ? (
              <p role="alert" className={classes.refusal}>
                {state.refusal}
              </p>
            ) : null}
          </>
        )}
      </div>
      <Group justify="space-between" gap="xs">
        <p className={classes.meta}>{t('templateHelp')}</p>
        <Button
          size="xs"
          component="a"
          href={`/api/org/export?kind=${kind}&format=xlsx&template=1`}
          download
          leftSection={<IconDownload size={16} stroke={1.5} />}
        >
          {t('template')}
        </Button>
      </Group>
    </>
  );
}
