'use client';
import { useCallback, useState } from 'react';
import { useErrorText } from '@/components/shell/use-app-error';
import type { ImportReport } from '@/server/org/import-table';
import type { TransferKind } from '@/server/org/transfer-columns';
import { useOrgRefresh } from '../use-org-refresh';
import { SheetRefused, sendSheet } from './send-sheet';

export type ImportState =
  | { step: 'choose'; refusal: string | null }
  | { step: 'busy'; name: string }
  | { step: 'checked'; file: File; report: ImportReport }
  | { step: 'passwords'; passwords: ImportReport['passwords'] };

/** A file is checked as soon as it is chosen; storing it is a second step. */
export function useImport(kind: TransferKind, onStored: (report: ImportReport) => void) {
  const [state, setState] = useState<ImportState>({ step: 'choose', refusal: null });
  const read = useErrorText();
  const refresh = useOrgRefresh();
  const send = useCallback(
    async (file: File, mode: 'check' | 'all' | 'good', withPasswords = false) => {
      setState({ step: 'busy', name: file.name });
      try {
        const report = await sendSheet({ kind, mode, commandId: crypto.randomUUID(), file, withPasswords });
        if (!report.stored) return setState({ step: 'checked', file, report });
        await refresh();
        if (report.passwords.length > 0) setState({ step: 'passwords', passwords: report.passwords });
        else onStored(report);
      } catch (error) {
        setState({ step: 'choose', refusal: error instanceof SheetRefused ? error.message : read(error).message });
      }
    },
    [kind, onStored, read, refresh],
  );
  return { state, send, restart: () => setState({ step: 'choose', refusal: null }) };
}
