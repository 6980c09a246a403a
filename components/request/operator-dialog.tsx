'use client';

import { Button, Group, Input, Modal, Select, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { UserPicker } from '@/components/org/user-picker';
import { useTRPC } from '@/components/shell/trpc';
import { useAppError } from '@/components/shell/use-app-error';
import { personName } from '@/lib/format/person';
import { notifyDone } from '@/components/ui/notify';
import { newId } from '@/lib/id';
import type { IncidentView, RequestPage, SeatView } from '@/server/instance/request-page';

export type OperatorAction = 'withdraw' | 'suspend' | 'resume' | 'terminate' | 'urge' | 'reassign' | 'retry' | 'removeSigner';
type Props = { request: RequestPage; action: OperatorAction; incident: IncidentView | null; seat?: SeatView; onClose(): void };

/** An act on the request as a whole, with the reason that goes into the journal. */
export function OperatorDialog({ request, action, incident, seat, onClose }: Props) {
  const t = useTranslations('request');
  const c = useTranslations('common');
  const locale = useLocale();
  const trpc = useTRPC();
  const client = useQueryClient();
  const showError = useAppError();
  const [reason, setReason] = useState('');
  const [toUserId, setToUserId] = useState<string | null>(null);
  const items = openSeats(request);
  const [workItemId, setWorkItemId] = useState<string | null>(items[0]?.id ?? null);
  const activityId = incident ? incident.activityId : items.find(({ id }) => id === workItemId)?.activityId;
  const taken = request.taken[activityId ?? ''] ?? [];
  const [commandId] = useState(newId);
  const done = {
    onSuccess: async () => {
      notifyDone({ message: t(`operationDone.${action}`) });
      await client.invalidateQueries();
      onClose();
    },
    onError: (error: unknown) => showError(error),
  };
  const withdraw = useMutation(trpc.instance.withdraw.mutationOptions(done));
  const suspend = useMutation(trpc.instance.suspend.mutationOptions(done));
  const resume = useMutation(trpc.instance.resume.mutationOptions(done));
  const terminate = useMutation(trpc.instance.terminate.mutationOptions(done));
  const urge = useMutation(trpc.instance.urge.mutationOptions(done));
  const reassign = useMutation(trpc.instance.reassign.mutationOptions(done));
  const retry = useMutation(trpc.instance.retryIncident.mutationOptions(done));
  const removeSign = useMutation(trpc.task.removeSign.mutationOptions(done));
  const busy = [withdraw, suspend, resume, terminate, urge, reassign, retry, removeSign].some((mutation) => mutation.isPending);
  const common = { commandId, instanceId: request.id, reason: reason.trim() };

  function run(): void {
    switch (action) {
      case 'withdraw':
        return withdraw.mutate(common);
      case 'suspend':
        return suspend.mutate(common);
      case 'resume':
        return resume.mutate(common);
      case 'terminate':
        return terminate.mutate(common);
      case 'urge':
        return urge.mutate({ commandId, instanceId: request.id, comment: reason.trim() });
      case 'retry':
        return incident ? retry.mutate({ ...common, incidentId: incident.id }) : undefined;
      case 'removeSigner':
        return seat ? removeSign.mutate({ ...common, workItemId: seat.workItemId }) : undefined;
      case 'reassign':
        return toUserId
          ? reassign.mutate({ ...common, toUserId, incidentId: incident?.id ?? null, workItemId: incident ? null : workItemId })
          : undefined;
    }
  }

  return (
    <Modal opened onClose={onClose} title={t(`operation.${action}`)}>
      <Stack>
        <p>{t(`operationHint.${action}`, { name: seat?.person ? personName(seat.person, locale) : '' })}</p>
        {action === 'reassign' && !incident && (
          <Select
            label={t('reassignFrom')}
            value={workItemId}
            onChange={(id) => {
              setWorkItemId(id);
              // Who is chosen may have a seat in this one.
              setToUserId(null);
            }}
            data={items.map((seat) => ({
              value: seat.id,
              label: `${seat.elementName} · ${seat.person ? personName(seat.person, locale) : t('candidates', { count: seat.candidates })}`,
            }))}
          />
        )}
        {action === 'reassign' && (
          <Input.Wrapper id="reassignTo" label={t('reassignTo')}>
            <UserPicker
              id="reassignTo"
              multiple={false}
              ariaLabel={t('reassignTo')}
              exclude={taken}
              value={toUserId}
              onChange={(value) => setToUserId(typeof value === 'string' ? value : null)}
            />
          </Input.Wrapper>
        )}
        <Textarea
          data-autofocus
          required={action !== 'withdraw'}
          autosize
          minRows={2}
          maxLength={2000}
          label={c('reason')}
          description={action === 'withdraw' ? undefined : c('reasonHint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button onClick={onClose}>{c('cancel')}</Button>
          <Button
            variant={action === 'terminate' ? 'decide' : 'filled'}
            loading={busy}
            disabled={(action !== 'withdraw' && !reason.trim()) || (action === 'reassign' && !toUserId)}
            onClick={run}
          >
            {t(`operation.${action}`)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

// helpers //////////////////////

function openSeats(request: RequestPage) {
  return request.timeline.flatMap((entry) =>
    entry.type === 'activity' && entry.status === 'active' && entry.kind === 'human'
      ? entry.seats
          .filter((seat) => ['unread', 'viewed', 'accepted'].includes(seat.status))
          .map((seat) => ({
            id: seat.workItemId,
            activityId: entry.activityId,
            elementName: entry.elementName,
            person: seat.person,
            candidates: seat.candidates.length,
          }))
      : [],
  );
}
