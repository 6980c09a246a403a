'use client';

import { Menu } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { useAppError } from '@/components/shell/use-app-error';
import { notifyDone } from '@/components/ui/notify';
import { newId } from '@/lib/id';
import type { LocalText } from '@/lib/json';
import { downloadForm } from './download-form';

type Props = {
  form: { id: string; name: LocalText; latestNo: number; retired: boolean };
  inBuilder?: boolean;
  /** Asks before it is deleted; absent where it cannot be. */
  onDelete?(): void;
};

/** What can be done with a form as a whole: copy it, take it along as a file, take it back into use, delete it. */
export function FormMenuItems({ form, inBuilder = false, onDelete }: Props) {
  const t = useTranslations('builder');
  const locale = useLocale();
  const trpc = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  const showError = useAppError();
  const onError = (error: unknown) => showError(error);
  const duplicate = useMutation(
    trpc.form.duplicate.mutationOptions({
      onSuccess: ({ id }) => {
        notifyDone({ message: t('duplicated') });
        router.push(`/design/forms/${id}`);
      },
      onError,
    }),
  );
  const unretire = useMutation(
    trpc.form.unretire.mutationOptions({ onSuccess: () => client.invalidateQueries(trpc.form.pathFilter()), onError }),
  );
  const exportForm = async () => {
    const file = await client.fetchQuery(trpc.form.export.queryOptions({ id: form.id }, { staleTime: 0 }));
    downloadForm(file, locale);
  };
  const copyName = {
    zh: form.name.zh && `${form.name.zh.slice(0, 90)} 副本`,
    en: form.name.en && `${form.name.en.slice(0, 90)} copy`,
  };
  return (
    <>
      <Menu.Item onClick={() => duplicate.mutate({ commandId: newId(), id: form.id, name: copyName })}>{t('duplicateForm')}</Menu.Item>
      <Menu.Item onClick={() => void exportForm().catch(onError)}>{t('export')}</Menu.Item>
      {form.retired && <Menu.Item onClick={() => unretire.mutate({ commandId: newId(), id: form.id })}>{t('unretire')}</Menu.Item>}
      {!inBuilder && !form.retired && onDelete && (
        <Menu.Item color="red" onClick={onDelete}>
          {t(form.latestNo > 0 ? 'retire' : 'delete')}
        </Menu.Item>
      )}
    </>
  );
}
