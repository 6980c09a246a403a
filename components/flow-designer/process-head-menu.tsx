'use client';

import { Menu } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type Modeler from 'bpmn-js/lib/Modeler';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { useAppError } from '@/components/shell/use-app-error';
import { notifyDone } from '@/components/ui/notify';
import type CommandStack from 'diagram-js/lib/command/CommandStack';

/** Puts a BPMN file of any tool in the place of the draft; the server reads it first and refuses what is hostile or broken. */
export function ProcessHeadMenu({ modeler }: { modeler: Modeler | null }) {
  const t = useTranslations('designer');
  const trpc = useTRPC();
  const showError = useAppError();
  const input = useRef<HTMLInputElement>(null);
  const importModel = useMutation(trpc.process.importModel.mutationOptions({ onError: (error) => showError(error) }));
  const read = async (file: File | undefined) => {
    if (!file || !modeler) return;
    const { xml } = await importModel.mutateAsync({ xml: await file.text() });
    await modeler.importXML(xml);
    // Importing clears the command stack; a change of nothing makes the draft be saved.
    modeler.get<{ fire(event: string): void }>('eventBus').fire('commandStack.changed');
    modeler.get<CommandStack>('commandStack').clear();
    notifyDone({ message: t('imported') });
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
