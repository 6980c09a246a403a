'use client';

import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { useAppError } from '@/components/shell/use-app-error';
import { useCommand } from '@/components/shell/use-command';
import { Banner } from '@/components/ui/banner';
import { notifyDone } from '@/components/ui/notify';
import { personName } from '@/lib/format/person';
import type { MyItem, RequestPage } from '@/server/instance/request-page';
import type { ActResult } from '@/server/instance/views';
import { type DocumentChoice, DocumentsEdit } from './documents-edit';
import { useItemForm } from './item-form-context';
import { PeopleChoices } from './lazy-people-choices';
import { chosenBefore, missingParts, nextHuman, nextName } from './missing-parts';
import { missingFields, type RefusedFields, refusedFields } from './refused-fields';
import classes from './request.module.css';

const OperatorDialog = dynamic(() => import('./operator-dialog').then((module) => module.OperatorDialog), { ssr: false });

type Props = { request: RequestPage; item: MyItem; onDone?: (result: ActResult | null) => void };

/** The applicant's turn after a return: why it came back, where it goes next, and the button. */
export function ResubmitBar({ request, item, onDone }: Props) {
  const t = useTranslations('request');
  const locale = useLocale();
  const trpc = useTRPC();
  const client = useQueryClient();
  const showError = useAppError();
  const form = useItemForm();
  const [chosen, setChosen] = useState(() => chosenBefore(item.choices));
  const [documents, setDocuments] = useState<readonly DocumentChoice[]>([]);
  const [refused, setRefused] = useState<RefusedFields>(NONE);
  const [withdrawing, setWithdrawing] = useState(false);
  const command = useCommand();
  const resubmit = useMutation(
    trpc.instance.resubmit.mutationOptions({
      onSuccess: async (result) => {
        notifyDone({ message: t('saidResubmitted') });
        await client.invalidateQueries();
        onDone?.(result);
      },
      onError: (error) => {
        const refusal = showError(error);
        setRefused(refusedFields(refusal));
        form.refuse(refusal.issues);
      },
    }),
  );
  const addable = request.documentTypes.filter((type) => item.documentTypeIds.includes(type.id));
  const next = nextHuman(item.next);
  const send = async () => {
    const missing = missingParts({
      choices: item.choices,
      chosen,
      steps: item.next,
      types: addable,
      documents,
      present: request.documents,
    });
    setRefused(missingFields(missing));
    const values = await form.collect();
    if (values === null || missing.length > 0) return;
    const input = { workItemId: item.id, rev: request.form?.rev ?? 0, values: { ...values }, chosen, documents: [...documents] };
    void command('resubmit', (commandId) => resubmit.mutateAsync({ commandId, ...input })).catch(() => undefined);
  };
  return (
    <div className={classes.bar} data-action-bar role="group" aria-label={t('resubmit')}>
      {item.wayBack && (
        <Banner tone="warning">
          <strong>{t(`sentBack.${item.wayBack.cause}`, { who: item.wayBack.by ? personName(item.wayBack.by, locale) : '' })}</strong>
          {item.wayBack.comment && t('said', { text: item.wayBack.comment })} {t(`resubmitMode.${item.wayBack.mode}`)}
        </Banner>
      )}
      {item.choices.length > 0 && <PeopleChoices choices={item.choices} value={chosen} refused={refused} onChange={setChosen} />}
      <DocumentsEdit types={addable} value={documents} present={request.documents} refused={refused} onChange={setDocuments} />
      <div className={classes.actions}>
        <Button size="md" variant="filled" loading={resubmit.isPending} onClick={() => void send()}>
          {next?.people[0] ? t('resubmitTo', { next: nextName(next, locale) }) : t('resubmit')}
        </Button>
        {request.can.withdraw && (
          <Button variant="subtle" onClick={() => setWithdrawing(true)}>
            {t('operation.withdraw')}
          </Button>
        )}
      </div>
      {withdrawing && <OperatorDialog request={request} action="withdraw" incident={null} onClose={() => setWithdrawing(false)} />}
    </div>
  );
}

// helpers //////////////////////

const NONE: RefusedFields = new Map();
