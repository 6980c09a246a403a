'use client';
import { Button, Group, Modal, MultiSelect, Stack, TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { CalendarLanguage } from '@/components/ui/calendar-language';
import { notifyDone } from '@/components/ui/notify';
import { useReader } from '@/components/ui/use-reader';
import { instantIn } from '@/forms/fields/zoned';
import { dayOf } from '@/lib/format/date';
import { PickerField } from '../picker-field';
import { useLocal } from '@/components/ui/use-local';
import { useRecordForm } from '../use-record-form';
import { UserPicker } from '../user-picker';

type Props = { userId: string; name: string | null; onClose: () => void };

/** Lets somebody act for a person over some days, for everything or for some processes. */
export function DelegationDialog({ userId, name, onClose }: Props) {
  const t = useTranslations('org.delegation');
  const c = useTranslations('common');
  const trpc = useTRPC();
  const local = useLocal();
  const { timeZone } = useReader();
  const { mutateAsync } = useMutation(trpc.org.createDelegation.mutationOptions());
  const processes = useQuery(trpc.org.processOptions.queryOptions({}, { staleTime: 60_000 }));
  const today = dayOf(new Date(), timeZone);
  const { submit: run, ...form } = useRecordForm({
    proxyId: null as string | null,
    endsAt: [today, null] as [string | null, string | null],
    processIds: [] as string[],
    reason: '',
  });
  const { values, set, error, attach, isSaving } = form;
  const [from, to] = values.endsAt;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await run(({ proxyId, processIds, reason }, commandId) =>
      mutateAsync({
        commandId,
        userId,
        proxyId: proxyId ?? '',
        // Whole days of the reader; the last one included.
        startsAt: instantIn(from ?? today, '00:00', timeZone),
        endsAt: instantIn(dayAfter(to ?? from ?? today), '00:00', timeZone),
        processIds,
        reason,
      }),
    );
    if (!done) return;
    notifyDone({ message: t('created') });
    onClose();
  };
  return (
    <Modal closeButtonProps={{ 'aria-label': c('close') }} opened onClose={onClose} title={name ? t('title', { name }) : t('titleOwn')}>
      <form ref={attach} onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="md">
          <PickerField
            label={t('proxy')}
            required
            exclude={[userId]}
            value={values.proxyId}
            error={error('proxyId')}
            onChange={(value) => set({ proxyId: typeof value === 'string' ? value : null })}
            picker={UserPicker}
          />
          <CalendarLanguage>
            <DatePickerInput
              type="range"
              required
              label={t('days')}
              description={t('daysHelp')}
              minDate={today}
              value={values.endsAt}
              error={error('endsAt')}
              onChange={(range) => set({ endsAt: range })}
            />
          </CalendarLanguage>
          <MultiSelect
            label={t('processes')}
            placeholder={values.processIds.length === 0 ? t('allProcesses') : ''}
            searchable
            value={values.processIds}
            data={(processes.data ?? []).map((process) => ({ value: process.id, label: local(process.name) }))}
            onChange={(processIds) => set({ processIds })}
          />
          <TextInput
            label={t('reason')}
            value={values.reason}
            error={error('reason')}
            maxLength={500}
            onChange={(event) => set({ reason: event.currentTarget.value })}
          />
          <Group justify="flex-end" gap="xs">
            <Button onClick={onClose}>{c('cancel')}</Button>
            <Button type="submit" variant="filled" loading={isSaving}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

// helpers //////////////////////

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
