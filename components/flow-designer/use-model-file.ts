'use client';

import { useTranslations } from 'next-intl';
import { useErrorText } from '@/components/shell/use-app-error';
import { formatBytes } from '@/lib/format/bytes';
import { MODEL_FILE_BYTES } from '@/lib/bpmn/model-file';

/** Reads a BPMN file's bytes for the server, which judges its encoding; one that is too large is refused here, in the same words. */
export function useModelFile(): { read(file: File): Promise<string>; faultOf(error: unknown): string } {
  const t = useTranslations('designer');
  const readError = useErrorText();
  const faultOf = (error: unknown) => (error instanceof FileRefused ? error.message : readError(error).message);
  const read = async (file: File) => {
    if (file.size > MODEL_FILE_BYTES)
      throw new FileRefused(t('fileTooLarge', { size: formatBytes(file.size), max: formatBytes(MODEL_FILE_BYTES) }));
    if (file.size === 0) throw new FileRefused(t('fileEmpty'));
    return toBase64(new Uint8Array(await file.arrayBuffer()));
  };
  return { read, faultOf };
}

// helpers //////////////////////

class FileRefused extends Error {}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}
