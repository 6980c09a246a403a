'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { useErrorText } from '@/components/shell/use-app-error';
import type { Draft } from '@/server/instance/list-views';
import { type DraftContent, DraftSaver } from './draft-saver';

type Input = { processId: string; formVersionId: string | null; content: DraftContent; draft: Draft | null };
type State = 'notSaved' | 'saving' | 'savedAt' | 'saveFailed' | 'changedElsewhere' | 'draftGone';

/** `isGone`: a draft of this form has been submitted or deleted elsewhere. */
export type HeldDraft = { draft: { id: string; isSaved: boolean } | null; isGone: boolean };

const FAILED: Partial<Record<string, State>> = { CONFLICT_STALE: 'changedElsewhere', NOT_FOUND: 'draftGone' };
const IDLE_MS = 2_000;
const RETRY_MS = 10_000;

/**
 * Keeps what is being filled in on the server, two seconds after the last change, one save at a time; what could not be saved is tried
 * again. It is called saved only as long as nothing was changed since.
 */
export function useDraftSave({ processId, formVersionId, content, draft }: Input): {
  state: State;
  flush(): Promise<void>;
  /** Nothing is saved from now on; gives the draft once the save that is under way has ended. */
  hold(): Promise<HeldDraft>;
  resume(): void;
  /** The draft is gone: what is saved next begins another one. */
  forget(): void;
} {
  const trpc = useTRPC();
  const client = useQueryClient();
  const read = useErrorText();
  const { mutateAsync } = useMutation(trpc.instance.draftSave.mutationOptions());
  const [state, setState] = useState<State>(draft ? 'savedAt' : 'notSaved');
  const [saver] = useState(
    () =>
      new DraftSaver(
        async (save) => {
          const saved = await mutateAsync({ ...save, documents: [...save.documents], processId, formVersionId });
          // A reload, or the address kept as a bookmark, finds the draft again.
          if (window.location.pathname === `/start/${processId}`) window.history.replaceState(null, '', `?draft=${saved.id}`);
          return saved;
        },
        { id: draft?.id ?? null, rev: draft?.rev ?? 0, content: draft ? contentOf(draft) : content },
      ),
  );
  const latest = useRef(content);
  useLayoutEffect(() => {
    latest.current = content;
  });
  const running = useRef<Promise<void> | null>(null);
  const held = useRef(false);

  const flush = useCallback(async (): Promise<void> => {
    await running.current?.catch(() => undefined);
    if (held.current || saver.isSaved(latest.current)) return;
    setState('saving');
    running.current = saver.save(latest.current);
    try {
      await running.current;
      setState('savedAt');
      void client.invalidateQueries(trpc.instance.draftList.pathFilter());
    } catch (error) {
      const { code } = read(error);
      if (code === 'NOT_FOUND') saver.forget();
      setState(FAILED[code] ?? 'saveFailed');
    } finally {
      running.current = null;
    }
  }, [saver, client, trpc, read]);

  const text = JSON.stringify(content);
  const isSaved = saver.isSaved(content);
  useEffect(() => {
    if (isSaved || state === 'changedElsewhere') return;
    const timer = setTimeout(() => void flush(), state === 'saveFailed' || state === 'draftGone' ? RETRY_MS : IDLE_MS);
    return () => clearTimeout(timer);
  }, [text, isSaved, state, flush]);

  return {
    state: state === 'savedAt' && !isSaved ? 'saving' : state,
    flush,
    hold: async () => {
      held.current = true;
      await running.current?.catch(() => undefined);
      return { draft: saver.draft, isGone: saver.isGone };
    },
    resume: () => {
      held.current = false;
      void flush();
    },
    forget: () => saver.forget(),
  };
}

// helpers //////////////////////

function contentOf({ values, chosen, documents, departmentId }: Draft): DraftContent {
  return { values, chosen: Object.fromEntries(Object.entries(chosen).map(([key, ids]) => [key, [...ids]])), documents, departmentId };
}
