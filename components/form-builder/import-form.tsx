'use client';

import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { useAppError } from '@/components/shell/use-app-error';
import { notifyDone, notifyError } from '@/components/ui/notify';
import { newId } from '@/lib/id';

/** Makes a new form of an exported file and opens it; what is no form is refused, and nothing is made. */
export function ImportForm() {
  const t = useTranslations('builder');
  const trpc = useTRPC();
  const router = useRouter();
  const showError = useAppError();
  const input = useRef<HTMLInputElement>(null);
  const importForm = useMutation(
    trpc.form.import.mutationOptions({
      onSuccess: ({ id }) => {
        notifyDone({ message: t('imported') });
        router.push(`/design/forms/${id}`);
      },
      onError: (error) => showError(error),
    }),
  );
  const read = async (file: File | undefined) => {
    if (!file) return;
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
