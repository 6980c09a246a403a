'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { signIn } from '@/components/shell/auth-client';
import { rememberLocale, rememberTheme } from '@/components/shell/preferences';
import { useTRPCClient } from '@/components/shell/trpc';

/** Signs in, takes over the person's own language and colours, and goes where he or she wanted. */
export function useSignIn(target: string) {
  const t = useTranslations('signIn');
  const client = useTRPCClient();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const submit = async (login: string, password: string) => {
    setPending(true);
    setError(null);
    try {
      const result = await signIn(login, password);
      if (result.ok) {
        const me = await client.account.me.query();
        if (!me.mustChangePassword) {
          rememberLocale(me.locale);
          rememberTheme(me.theme);
        }
        window.location.assign(me.mustChangePassword ? `/new-password?${new URLSearchParams({ callbackUrl: target })}` : target);
        return;
      }
      if (result.code === 'RATE_LIMITED') setError(t('limited', { minutes: result.minutes }));
      else setError(t(result.code === 'SIGN_IN_FAILED' ? 'failed' : 'unreachable'));
    } catch {
      setError(t('unreachable'));
    }
    setPending(false);
  };
  return { submit, isPending, error, setError };
}
