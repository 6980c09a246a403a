'use client';

import { useTranslations } from 'next-intl';
import { formatBytes } from '@/lib/format/bytes';
import { MODEL_FILE_BYTES } from '@/lib/bpmn/model-file';

/** Reads a BPMN file's bytes for the server, which judges its encoding; one that is too large is refused here, in the same words. */
export function useModelFile(): (file: File) => Promise<string> {
  const t = useTranslations('designer');
  return async (file) => {
    if (file.size > MODEL_FILE_BYTES)
      throw new Error(t('fileTooLarge', { size: formatBytes(file.size), max: formatBytes(MODEL_FILE_BYTES) }));
    return toBase64(new Uint8Array(await file.arrayBuffer()));
  };
}

// helpers //////////////////////

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}
