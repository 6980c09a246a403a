'use client';

import { Menu } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useReplaceDraft } from './use-replace-draft';

type Props = { processId: string; flush(): Promise<void> };

/** Puts a BPMN file of any tool in the place of the draft; the server reads it first and refuses what is hostile or broken. */
export function ProcessHeadMenu({ processId, flush }: Props) {
  const t = useTranslations('designer');
  const input = useRef<HTMLInputElement>(null);
  const replaceDraft = useReplaceDraft(processId, flush);
  const read = async (file: File | undefined) => {
    if (file) await replaceDraft({ file: { base64: toBase64(new Uint8Array(await file.arrayBuffer())) } });
  };
  return (
    <>
      <Menu.Item closeMenuOnClick={false} onClick={() => input.current?.click()}>
        {t('importXml')}
      </Menu.Item>
      <input
        ref={input}
        type="file"
        accept=".bpmn,.xml"
        hidden
        aria-label={t('importXml')}
        onChange={(event) => {
          void read(event.currentTarget.files?.[0]).catch(() => undefined);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

// helpers //////////////////////

/** The file's bytes: its encoding is for the server to judge. */
function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}
