'use client';
import { NumberInput, Switch, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { NamedFields, namedValues, type NamedValues } from '@/components/org/named-fields';
import { RecordDrawer } from '@/components/org/record-drawer';
import { useLocal } from '@/components/ui/use-local';
import { useRecordForm } from '@/components/org/use-record-form';
import { useTRPC } from '@/components/shell/trpc';
import { notifyDone } from '@/components/ui/notify';
import type { ConnectorDetail } from '@/server/connector/get';
import { type HeaderRow, headerChanges, headerRows, HeadersEditor } from './headers-editor';
import { useConnectorRefresh } from './use-connector-refresh';

type Values = NamedValues & { baseUrl: string; allowPrivate: boolean; timeoutMs: number; headers: readonly HeaderRow[] };

/** Registers an outside system or changes one. */
export function ConnectorDrawer({ connector, onClose }: { connector: ConnectorDetail | null; onClose: () => void }) {
  const t = useTranslations('connector');
  const trpc = useTRPC();
  const router = useRouter();
  const local = useLocal();
  const save = useMutation(trpc.connector.save.mutationOptions());
  const form = useRecordForm<Values>(
    {
      ...namedValues(connector),
      baseUrl: connector?.baseUrl ?? '',
      allowPrivate: connector?.allowPrivate ?? false,
      timeoutMs: connector?.timeoutMs ?? 10_000,
      headers: headerRows(connector?.headerNames ?? []),
    },
    useConnectorRefresh(),
  );
  const { values, set, error } = form;
  const isLost = connector?.headerNames === null;
  const submit = async () => {
    let id = connector?.id;
    const saved = await form.submit(async ({ headers, ...fields }, commandId) => {
      const changes = headerChanges(connector?.headerNames ?? [], headers);
      const done = await save.mutateAsync({
        commandId,
        ...fields,
        ...(connector ? { id: connector.id, rev: connector.rev } : {}),
        // Headers that cannot be opened are replaced as a whole.
        ...(isLost || Object.keys(changes).length > 0 ? { headers: changes } : {}),
      });
      id = done.id;
    });
    if (!saved) return;
    notifyDone({ message: t('saved', { name: values.nameZh }) });
    onClose();
    if (!connector) router.push(`/connectors/${id}`);
  };
  return (
    <RecordDrawer
      form={form}
      onClose={onClose}
      title={connector ? local(connector.name) : t('register')}
      saveLabel={t(connector ? 'save' : 'add')}
      onSubmit={() => void submit()}
      size={520}
    >
      <NamedFields form={form} />
      <TextInput
        required
        label={t('baseUrl')}
        description={t('baseUrlHelp')}
        value={values.baseUrl}
        error={error('baseUrl')}
        maxLength={500}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => set({ baseUrl: event.currentTarget.value })}
      />
      <Switch
        label={t('allowPrivate')}
        description={t('allowPrivateHelp')}
        checked={values.allowPrivate}
        onChange={(event) => set({ allowPrivate: event.currentTarget.checked })}
      />
      <NumberInput
        required
        label={t('timeout')}
        description={t('timeoutHelp')}
        min={1}
        max={60}
        decimalScale={1}
        value={values.timeoutMs / 1000}
        error={error('timeoutMs')}
        onChange={(seconds) => set({ timeoutMs: Math.round((Number(seconds) || 0) * 1000) })}
      />
      <HeadersEditor rows={values.headers} isLost={isLost} error={error('headers')} onChange={(headers) => set({ headers })} />
    </RecordDrawer>
  );
}
