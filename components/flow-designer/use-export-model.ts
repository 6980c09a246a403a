'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/components/shell/trpc';
import { useAppError } from '@/components/shell/use-app-error';
import { download } from '@/components/studio/download';

/** Hands a version, or the stored draft (`null`), to the browser as a file: the bytes that came in when nothing was changed. */
export function useExportModel(processId: string): (versionId: string | null) => Promise<void> {
  const trpc = useTRPC();
  const client = useQueryClient();
  const showError = useAppError();
  return async (versionId) => {
    try {
      const { fileName, base64 } = await client.fetchQuery(
        trpc.process.exportModel.queryOptions({ id: processId, versionId }, { staleTime: 0 }),
      );
      download(
        fileName,
        Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)),
      );
    } catch (error) {
      showError(error);
    }
  };
}
