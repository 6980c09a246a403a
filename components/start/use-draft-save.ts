'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { newId } from '@/lib/id';
import type { Draft } from '@/server/instance/list-views';
import type { Json } from '@/lib/json';

type Input = {
  processId: string;
  formVersionId: string | null;
  values: Record<string, Json>;
  chosen: Record<string, string[]>;
  draft: Draft | null;
};
type State = 'notSaved' | 'saving' | 'savedAt' | 'saveFailed';

const IDLE_MS = 2_000;
const RETRY_MS = 10_000;

/**
 * Keeps what is being filled in on the server, two seconds after the last change, one save at a time; what could not be saved is tried
 * again. It is called saved only as long as nothing was changed since.
 */
export function useDraftSave({ processId, formVersionId, values, chosen, draft }: Input): {
  state: State;
  flush(): Promise<void>;
  /** Nothing is saved from now on; gives the draft's id once the save that is under way has ended. */
  hold(): Promise<string | null>;
  resume(): void;
} {
  const trpc = useTRPC();
  const client = useQueryClient();
  const save = useMutation(trpc.instance.draftSave.mutationOptions());
  const [state, setState] = useState<State>(draft ? 'savedAt' : 'notSaved');
  const known = useRef<{ id: string | null; rev: number }>({ id: draft?.id ?? null, rev: draft?.rev ?? 0 });
  const content = JSON.stringify({ values, chosen });
  const [savedContent, setSavedContent] = useState(() => (draft ? content : JSON.stringify({ values: {}, chosen: {} })));
  const saved = useRef(savedContent);
  const latest = useRef({ content, values, chosen });
  useLayoutEffect(() => {
    latest.current = { content, values, chosen };
  });
  const running = useRef<Promise<void> | null>(null);
  const held = useRef(false);
  const { mutateAsync } = save;

  const flush = useCallback(async (): Promise<void> => {
    await running.current?.catch(() => undefined);
    if (held.current || saved.current === latest.current.content) return;
    const sent = latest.current;
    setState('saving');
    running.current = mutateAsync({
      commandId: newId(),
      processId,
      formVersionId,
      values: sent.values,
      chosen: sent.chosen,
      rev: known.current.rev,
      ...(known.current.id ? { draftId: known.current.id } : {}),
    }).then((result) => {
      known.current = { id: result.id, rev: result.rev };
      // A reload, or the address kept as a bookmark, finds the draft again.
      if (window.location.pathname === `/start/${processId}`) window.history.replaceState(null, '', `?draft=${result.id}`);
      saved.current = sent.content;
      setSavedContent(sent.content);
    });
    try {
      await running.current;
      setState('savedAt');
      void client.invalidateQueries(trpc.instance.draftList.pathFilter());
    } catch {
      setState('saveFailed');
    } finally {
      running.current = null;
    }
  }, [mutateAsync, processId, formVersionId, client, trpc]);

  useEffect(() => {
    if (content === savedContent) return;
    const timer = setTimeout(() => void flush(), state === 'saveFailed' ? RETRY_MS : IDLE_MS);
    return () => clearTimeout(timer);
  }, [content, savedContent, state, flush]);

  return {
    state: state === 'savedAt' && content !== savedContent ? 'saving' : state,
    flush,
    hold: async () => {
      held.current = true;
      await running.current?.catch(() => undefined);
      return known.current.id;
    },
    resume: () => {
      held.current = false;
      void flush();
    },
  };
}
