import type { ImportReport } from '@/server/org/import-table';
import type { TransferKind } from '@/server/org/transfer-columns';

type Ask = { kind: TransferKind; mode: 'check' | 'all' | 'good'; commandId: string; file: File; withPasswords: boolean };

/** A refusal of the whole file, in the reader's words. */
export class SheetRefused extends Error {
  override readonly name = 'SheetRefused';
}

/** Sends a sheet to be checked or stored and returns the report. */
export async function sendSheet({ kind, mode, commandId, file, withPasswords }: Ask): Promise<ImportReport> {
  const query = new URLSearchParams({ kind, mode, commandId, ...(withPasswords ? { passwords: '1' } : {}) });
  const response = await fetch(`/api/org/import?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as ImportReport;
  const message = (body as { error?: { message?: string } } | null)?.error?.message;
  throw message === undefined ? new TypeError('no answer') : new SheetRefused(message);
}
