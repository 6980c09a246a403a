'use client';
import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useErrorText } from '@/components/shell/use-app-error';
import { useTRPC } from '@/components/shell/trpc';
import { notifyDone, notifyError } from '@/components/ui/notify';
import classes from './settings.module.css';

const MIN = 10;
const EMPTY = { current: '', next: '', repeat: '' };

type Field = keyof typeof EMPTY;

type Props = { onDone: () => void; canCancel: boolean /** The current password was handed over by an administrator. */; isFirst?: boolean };

/** Current password, new one twice; what is wrong stands at its field. */
export default function PasswordForm({ onDone, canCancel, isFirst = false }: Props) {
  const t = useTranslations('settings.password');
  const tc = useTranslations('common');
  const te = useTranslations('errors');
  const [values, setValues] = useState(EMPTY);
  const [errors, setErrors] = useState<Partial<Record<Field, string>>>({});
  const { change, isPending } = useChangePassword(onDone, setErrors);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found: Partial<Record<Field, string>> = {};
    if (!values.current) found.current = te('FIELD_REQUIRED');
    if ([...values.next].length < MIN) found.next = t('rule', { min: MIN });
    else if (values.next !== values.repeat) found.repeat = t('different');
    setErrors(found);
    const first = Object.keys(found)[0];
    if (first) event.currentTarget.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
    else change({ current: values.current, next: values.next });
  };
  const field = (name: Field, label: string, autoComplete: string) => ({
    name,
    label,
    autoComplete,
    value: values[name],
    error: errors[name],
    onChange: (event: { currentTarget: { value: string } }) => setValues({ ...values, [name]: event.currentTarget.value }),
  });
  return (
    <form className={classes.fields} onSubmit={submit} noValidate>
      <PasswordInput {...field('current', t(isFirst ? 'given' : 'current'), 'current-password')} />
      <PasswordInput {...field('next', t('new'), 'new-password')} description={t('rule', { min: MIN })} />
      <PasswordInput {...field('repeat', t('repeat'), 'new-password')} />
      <div className={classes.row}>
        {canCancel ? <Button onClick={onDone}>{tc('cancel')}</Button> : null}
        <Button type="submit" variant="filled" loading={isPending}>
          {t(isFirst ? 'setOwn' : 'change')}
        </Button>
      </div>
    </form>
  );
}

function useChangePassword(onDone: () => void, setErrors: (errors: Partial<Record<Field, string>>) => void) {
  const t = useTranslations('settings.password');
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const read = useErrorText();
  const { mutate, isPending } = useMutation(
    trpc.account.changePassword.mutationOptions({
      onSuccess: async () => {
        notifyDone({ message: t('changed') });
        onDone();
        await queryClient.invalidateQueries(trpc.account.sessions.queryFilter());
        router.refresh();
      },
      onError: (error) => {
        const info = read(error);
        if (info.path === 'current' || info.path === 'next') setErrors({ [info.path]: info.message });
        else notifyError(info.message);
      },
    }),
  );
  return { isPending, change: (input: { current: string; next: string }) => mutate({ commandId: crypto.randomUUID(), ...input }) };
}
