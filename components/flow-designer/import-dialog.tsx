'use client';

import { Button, FileInput, Group, Modal, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import type { ImportedModel } from '@/server/process/import';
import { ImportReport } from './import-report';
import { useModelFile } from './use-model-file';
import { useReplaceDraft } from './use-replace-draft';

type Props = { processId: string; flush(): Promise<void>; onClose(): void };

/** Puts a BPMN file of any tool in the place of the draft: what it holds is told first, what is hostile or broken is refused. */
export function ImportDialog({ processId, flush, onClose }: Props) {
  const t = useTranslations('designer');
  const trpc = useTRPC();
  const modelFile = useModelFile();
  const replaceDraft = useReplaceDraft(processId, flush);
  const [chosen, setChosen] = useState<{ file: File; base64: string; report: ImportedModel } | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [isReplacing, setIsReplacing] = useState(false);
  const look = useMutation(trpc.process.importModel.mutationOptions());
  const choose = async (file: File | null) => {
    setChosen(null);
    setFault(null);
    if (!file) return;
    try {
      const base64 = await modelFile.read(file);
      setChosen({ file, base64, report: await look.mutateAsync({ base64 }) });
    } catch (error) {
      setFault(modelFile.faultOf(error));
    }
  };
  const replace = async () => {
    if (!chosen) return;
    setIsReplacing(true);
    await replaceDraft({ file: { base64: chosen.base64 } }).catch(() => setIsReplacing(false));
  };
  return (
    <Modal opened onClose={onClose} title={t('importXml')}>
      <Stack>
        <FileInput
          data-autofocus
          label={t('modelFile')}
          description={t('modelFileHint')}
          placeholder={t('chooseFile')}
          accept=".bpmn,.xml"
          clearable
          error={fault}
          value={chosen?.file ?? null}
          onChange={(file) => void choose(file)}
        />
        {chosen && <ImportReport report={chosen.report} />}
        {chosen && <p>{t('importReplaces')}</p>}
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="filled" disabled={!chosen} loading={isReplacing || look.isPending} onClick={() => void replace()}>
            {t('importNow')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
