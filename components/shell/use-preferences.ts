'use client';
import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import type { Locale } from '@/lib/json';
import { rememberLocale } from './preferences';
import { useTRPC } from './trpc';
import { useAppError } from './use-app-error';

/** Changes language or colours here at once, and in the person's account for other devices. */
export function usePreferences() {
  const trpc = useTRPC();
  const router = useRouter();
  const onError = useAppError();
  const [isSwitching, startSwitch] = useTransition();
  const { setColorScheme } = useMantineColorScheme();
  const save = useMutation(trpc.account.updatePreferences.mutationOptions({ onError }));
  return {
    isSwitching,
    setLocale(locale: Locale) {
      rememberLocale(locale);
      save.mutate({ commandId: crypto.randomUUID(), locale });
      startSwitch(() => router.refresh());
    },
    setTheme(theme: MantineColorScheme) {
      setColorScheme(theme);
      save.mutate({ commandId: crypto.randomUUID(), theme });
    },
  };
}
