'use client';
import { TRPCClientError } from '@trpc/client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { ErrorCode } from '@/lib/errors';
import { notifyError } from '@/components/ui/notify';

/** A refusal as the client sees it, whatever went wrong. */
export type AppErrorInfo = {
  code: ErrorCode | 'NETWORK' | 'UNKNOWN';
  message: string;
  path: string | null;
  issues: readonly { code: ErrorCode; path: string; message: string }[];
  params: Readonly<Record<string, string | number>>;
  requestId: string | null;
};

type Wire = Partial<AppErrorInfo> & { code?: ErrorCode };

/** Reads any error of a query or mutation: the server's words where it answered, ours where it did not. */
export function useErrorText(): (error: unknown) => AppErrorInfo {
  const t = useTranslations('common.error');
  return useCallback(
    (error) => {
      const wire = error instanceof TRPCClientError ? (error.data as Wire | null) : null;
      if (wire?.code && wire.message) {
        return {
          code: wire.code,
          message: wire.message,
          path: wire.path ?? null,
          issues: wire.issues ?? [],
          params: wire.params ?? {},
          requestId: wire.requestId ?? null,
        };
      }
      const isNetwork =
        error instanceof TRPCClientError || (error instanceof TypeError && /fetch|network|load failed/i.test(error.message));
      const code = isNetwork ? 'NETWORK' : 'UNKNOWN';
      return { code, message: t(isNetwork ? 'network' : 'unknown'), path: null, issues: [], params: {}, requestId: null };
    },
    [t],
  );
}

/** For `onError` of a mutation whose page shows nothing itself: a toast in the reader's words. Returns what it read. */
export function useAppError(): (error: unknown) => AppErrorInfo {
  const read = useErrorText();
  return useCallback(
    (error) => {
      const info = read(error);
      notifyError(info.message);
      return info;
    },
    [read],
  );
}
