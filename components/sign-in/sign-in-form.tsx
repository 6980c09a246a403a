'use client';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import classes from './sign-in.module.css';
import { useSignIn } from './use-sign-in';

export function SignInForm({ target }: { target: string }) {
  const t = useTranslations('signIn');
  const { submit, isPending, error, setError } = useSignIn(target);
  const [missing, setMissing] = useState<{ login?: string; password?: string }>({});
  const login = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  // The page has one purpose: whoever opens it wants to type here.
  useEffect(() => login.current?.focus(), []);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    // Read from the fields: a browser that fills them in tells no framework about it.
    const name = login.current?.value.trim() ?? '';
    const secret = password.current?.value ?? '';
    setMissing({ ...(name ? {} : { login: t('missingLogin') }), ...(secret ? {} : { password: t('missingPassword') }) });
    setError(null);
    if (!name) return login.current?.focus();
    if (!secret) return password.current?.focus();
    await submit(name, secret);
    password.current?.select();
  };
  return (
    <form className={classes.form} method="post" onSubmit={(event) => void onSubmit(event)} noValidate>
      <TextInput
        ref={login}
        name="login"
        label={t('login')}
        size="md"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        error={missing.login}
      />
      <PasswordInput
        ref={password}
        name="password"
        label={t('password')}
        size="md"
        autoComplete="current-password"
        error={missing.password}
        visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
      />
      <p className={classes.error} role="alert">
        {error}
      </p>
      <Button type="submit" variant="filled" size="md" fullWidth loading={isPending}>
        {t('submit')}
      </Button>
    </form>
  );
}
