'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { leaveToSignIn } from './leave';
import { useCan } from './session-context';
import { useTRPC } from './trpc';

const POLL_MS = 30_000;
/** Whoever operates sees what others set right or break, soon, and not once for each of a hundred steps. */
const WATCH_MS = 3_000;

/**
 * Keeps the open page true: what the server says has changed is asked for again. While the stream is lost the page
 * polls, and asks for everything once when it is back. Tabs share nothing: a browser allows six streams a host.
 */
export function LiveUpdates() {
  const client = useQueryClient();
  const trpc = useTRPC();
  const operates = useCan()('instance.operate');
  useEffect(() => {
    let source: EventSource | null = null;
    let watching: ReturnType<typeof setTimeout> | null = null;
    let polling: ReturnType<typeof setInterval> | null = null;
    const refreshLists = () => {
      void client.invalidateQueries(trpc.task.pathFilter());
      void client.invalidateQueries(trpc.shell.pathFilter());
      void client.invalidateQueries(trpc.notice.pathFilter());
      void client.invalidateQueries(trpc.instance.listMine.pathFilter());
    };
    const refreshRequests = (ids: readonly string[]) => {
      for (const id of ids) {
        void client.invalidateQueries(trpc.instance.byId.queryFilter({ id }));
        void client.invalidateQueries(trpc.instance.journal.infiniteQueryFilter({ id }));
      }
    };
    const watch = () => {
      if (!operates) return;
      watching ??= setTimeout(() => {
        watching = null;
        void client.invalidateQueries(trpc.shell.pathFilter());
        void client.invalidateQueries(trpc.monitor.pathFilter());
      }, WATCH_MS);
    };
    const requestsOf = (event: MessageEvent<string>) => (JSON.parse(event.data) as { requests: string[] }).requests;
    const recover = () => {
      if (polling) clearInterval(polling);
      polling = null;
    };
    const poll = () => {
      refreshLists();
      void client.invalidateQueries(trpc.instance.byId.pathFilter());
      void client.invalidateQueries(trpc.monitor.pathFilter());
      // An answer that is no stream (the server was away, or refused) ends the browser's own attempts.
      if (source?.readyState === EventSource.CLOSED) open();
    };
    const open = () => {
      source = new EventSource('/api/events');
      source.addEventListener('ready', () => {
        if (polling) void client.invalidateQueries();
        recover();
      });
      source.addEventListener('gap', () => void client.invalidateQueries());
      source.addEventListener('changed', (event: MessageEvent<string>) => {
        refreshLists();
        refreshRequests(requestsOf(event));
        watch();
      });
      source.addEventListener('moved', (event: MessageEvent<string>) => {
        refreshRequests(requestsOf(event));
        watch();
      });
      source.addEventListener('ended', () => {
        source?.close();
        leaveToSignIn();
      });
      source.addEventListener('error', () => {
        polling ??= setInterval(poll, POLL_MS);
      });
    };
    open();
    return () => {
      recover();
      if (watching) clearTimeout(watching);
      source?.close();
    };
  }, [client, trpc, operates]);
  return null;
}
