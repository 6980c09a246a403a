'use client';

import { useLocale } from 'next-intl';
import { useLayoutEffect, useRef, useState } from 'react';
import { Outbox } from '@/components/shell/outbox';
import { useErrorText } from '@/components/shell/use-app-error';
import { type PersonName, personName } from '@/lib/format/person';
import { newId } from '@/lib/id';
import type { Conflict } from './conflict-banner';

type Command<Draft> = Draft & { commandId: string; rev: number };

type Options<Draft> = {
  /** The revision that the draft was read at. */
  rev: number;
  send(command: Command<Draft>): Promise<{ rev: number }>;
  /** How the draft is stored now, and by whom. */
  stored(): Promise<{ rev: number; draftBy: PersonName | null; draftAt: string }>;
};

/** A draft that is stored from revision to revision, and what to do when somebody else has stored something in between. */
export function useDraft<Draft extends object>(options: Options<Draft>) {
  const locale = useLocale();
  const readError = useErrorText();
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const rev = useRef(options.rev);
  const send = useRef(options.send);
  useLayoutEffect(() => {
    send.current = options.send;
  });
  const outbox = useRef<Outbox<Command<Draft>, { rev: number }> | null>(null);
  const save = async (draft: Draft) => {
    const box = (outbox.current ??= new Outbox((command) => send.current(command)));
    try {
      if (box.unanswered) rev.current = (await box.send(box.unanswered)).rev;
      rev.current = (await box.send({ ...draft, commandId: newId(), rev: rev.current })).rev;
    } catch (error) {
      if (readError(error).code === 'CONFLICT_STALE') {
        const { draftBy, draftAt } = await options.stored();
        setConflict({ by: draftBy && personName(draftBy, locale), at: draftAt });
      }
      throw error;
    }
  };
  /** From now on what is shown here counts, whatever is stored. */
  const takeOver = async () => {
    rev.current = (await options.stored()).rev;
    setConflict(null);
  };
  return { save, conflict, takeOver };
}
