'use client';

import { Button, FileInput, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCan } from '@/components/shell/session-context';
import { useTRPC } from '@/components/shell/trpc';
import { useErrorText } from '@/components/shell/use-app-error';
import { Segmented } from '@/components/ui/segmented';
import { newId } from '@/lib/id';
import { localText } from '@/lib/json';
import type { ImportedModel } from '@/server/process/import';
import { IconChoice } from './icon-choice';
import { ImportReport } from './import-report';
import { TemplateList } from './template-list';
import { useModelFile } from './use-model-file';

type Source = 'blank' | 'file' | 'template';

/** A new process: from an empty canvas, from a BPMN file of any tool, or from a template. */
export function CreateProcessDialog({ onClose }: { onClose(): void }) {
  const t = useTranslations('designer');
  const locale = useLocale();
  const trpc = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  const can = useCan();
  const readError = useErrorText();
  const modelFile = useModelFile();
  const [source, setSource] = useState<Source>('blank');
  const [name, setName] = useState({ zh: '', en: '' });
  const [icon, setIcon] = useState('file');
  const [categoryId, setCategoryId] = useState<string | null>(null);
  const [file, setFile] = useState<{ file: File; base64: string; report: ImportedModel } | null>(null);
  const [fileFault, setFileFault] = useState<string | null>(null);
  const { data: categories } = useQuery(trpc.process.categories.queryOptions());
  const open = async (id: string) => {
    await client.invalidateQueries(trpc.process.pathFilter());
    router.push(`/design/processes/${id}`);
  };
  const create = useMutation(trpc.process.create.mutationOptions({ onSuccess: ({ id }) => open(id) }));
  const look = useMutation(trpc.process.importModel.mutationOptions());
  const choose = async (chosen: File | null) => {
    setFile(null);
    setFileFault(null);
    if (!chosen) return;
    try {
      const base64 = await modelFile.read(chosen);
      const report = await look.mutateAsync({ base64 });
      setFile({ file: chosen, base64, report });
      const title = report.name || chosen.name.replace(/\.[^.]+$/, '');
      setName((old) => (old.zh || old.en ? old : { ...old, [locale]: title.slice(0, 100) }));
    } catch (error) {
      setFileFault(modelFile.faultOf(error));
    }
  };
  const nameless = !name.zh.trim() && !name.en.trim();
  return (
    <Modal opened onClose={onClose} title={t('newFlow')}>
      <Stack>
        <Segmented
          label={t('beginWith')}
          value={source}
          onChange={setSource}
          options={[
            { value: 'blank', label: t('blank') },
            { value: 'file', label: t('fromFile') },
            ...(can('template.install') ? [{ value: 'template' as const, label: t('fromTemplate') }] : []),
          ]}
        />
        {source === 'template' ? (
          <TemplateList onOpen={(id) => void open(id)} />
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              const input = { name, icon, categoryId, ...(source === 'file' && file ? { base64: file.base64 } : {}) };
              create.mutate({ commandId: newId(), ...input });
            }}
          >
            <Stack>
              {source === 'file' && (
                <FileInput
                  label={t('modelFile')}
                  description={t('modelFileHint')}
                  placeholder={t('chooseFile')}
                  accept=".bpmn,.xml"
                  clearable
                  error={fileFault}
                  value={file?.file ?? null}
                  onChange={(chosen) => void choose(chosen)}
                />
              )}
              {source === 'file' && file && <ImportReport report={file.report} />}
              <TextInput
                data-autofocus
                label={t('flowName')}
                maxLength={100}
                value={name.zh}
                onChange={(event) => setName({ ...name, zh: event.currentTarget.value })}
              />
              <TextInput
                label={t('flowNameEn')}
                maxLength={100}
                value={name.en}
                onChange={(event) => setName({ ...name, en: event.currentTarget.value })}
              />
              <Select
                clearable
                label={t('category')}
                value={categoryId}
                onChange={setCategoryId}
                data={(categories ?? [])
                  .filter(({ disabled }) => !disabled)
                  .map((category) => ({ value: category.id, label: localText(category.name, locale) }))}
              />
              <IconChoice value={icon} onChange={setIcon} />
              {create.error && <p role="alert">{readError(create.error).message}</p>}
              <Group justify="flex-end">
                <Button onClick={onClose}>{t('cancel')}</Button>
                <Button
                  type="submit"
                  variant="filled"
                  disabled={nameless || look.isPending || (source === 'file' && !file)}
                  loading={create.isPending}
                >
                  {t('create')}
                </Button>
              </Group>
            </Stack>
          </form>
        )}
      </Stack>
    </Modal>
  );
}
