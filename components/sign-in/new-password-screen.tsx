'use client';
import { Button } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import PasswordForm from '@/components/settings/password-form';
import { signOut } from '@/components/shell/auth-client';
import { useTRPCClient } from '@/components/shell/trpc';
import { Sheet } from './sheet';
import classes from './sign-in.module.css';

/** After the first sign-in: the password that was handed over is replaced by one that nobody else knows. */
export function NewPasswordScreen({ target, name }: { target: string; name: string }) {
  const t = useTranslations('signIn.first');
  const locale = useLocale();
  const client = useTRPCClient();
  // The language in which the person came in is the person's own from now on.
  const enter = async () => {
    await client.account.updatePreferences.mutate({ commandId: crypto.randomUUID(), locale }).catch(() => undefined);
    window.location.assign(target);
  };
  return (
    <Sheet title={t('title')} lead={t('lead', { name })}>
      <p className={classes.notice} role="status">
        {t('why')}
      </p>
      <PasswordForm isFirst canCancel={false} onDone={() => void enter()} />
      <p className={classes.help}>
        <Button variant="subtle" size="xs" onClick={() => void signOut()}>
          {t('signOut')}
        </Button>
      </p>
    </Sheet>
  );
}
