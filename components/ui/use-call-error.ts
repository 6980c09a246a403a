'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Json } from '@/lib/json';

const KNOWN = [
  'CONNECTION',
  'TIMEOUT',
  'HTTP_STATUS',
  'ADDRESS_REFUSED',
  'PATH_REFUSED',
  'TOO_LARGE',
  'NOT_JSON',
  'PATH_VALUE_MISSING',
  'BODY_EXPRESSION',
  'ERROR_EXPRESSION',
  'OUTPUT_EXPRESSION',
  'OUTPUT_UNFIT',
  'OUTPUT_TEXT',
  'CONNECTOR_MISSING',
  'CONNECTOR_SECRETS',
  'JOB_BROKE',
  'RESULT_REFUSED',
] as const;

/** Why a call of an outside system did not go through, in words; what has no words says its code. */
export function useCallError(): (error: Readonly<Record<string, Json>>) => string {
  const t = useTranslations('common.callError');
  return useCallback(
    (error) => {
      const { code, status, message } = error;
      const known = KNOWN.find((name) => name === code);
      if (!known) return [code, status, message].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ');
      // The system's own short code tells whoever runs it where to look.
      const detail = known === 'CONNECTION' && typeof message === 'string' ? message : 'none';
      return t(known, { status: typeof status === 'number' ? status : 0, detail });
    },
    [t],
  );
}
