'use client';

import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { useAppError, useErrorText } from '@/components/shell/use-app-error';
import { notifyDone, notifyError } from '@/components/ui/notify';
import { newId } from '@/lib/id';

/** Far beyond any form; the server's own limit is lower. */
const MOST_BYTES = 5_000_000;

/** Makes a new form of an exported file and opens it; what is no form is refused, and nothing is made. */
export function ImportForm() {
  const t = useTranslations('builder');
  const trpc = useTRPC();
  const router = useRouter();
  const showError = useAppError();
  const readError = useErrorText();
  const input = useRef<HTMLInputElement>(null);
  const importForm = useMutation(
    trpc.form.import.mutationOptions({
      onSuccess: ({ id }) => {
        notifyDone({ message: t('imported') });
        router.push(`/design/forms/${id}`);
      },
      onError: (error) => {
        const { code, path } = readError(error);
        if (code === 'BODY_TOO_LARGE') notifyError(t('importTooLarge'));
        else if (code === 'FORM_SCHEMA_INVALID' && path === 'formatVersion') notifyError(t('importOtherVersion'));
        else showError(error);
      },
    }),
  );
  const read = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > MOST_BYTES) {
      notifyError(t('importTooLarge'));
      return;
    }
    let content: unknown;
    try {
      content = JSON.parse(await file.text());
    } catch {
      notifyError(t('importNotJson'));
      return;
    }
    importForm.mutate({ commandId: newId(), file: content });
  };
  return (
    <>
      <Button loading={importForm.isPending} onClick={() => input.current?.click()}>
        {t('import')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t('importFile')}
        onChange={(event) => {
          void read(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
