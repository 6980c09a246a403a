import { isSessionAlive } from '@/server/auth/session';
import { log } from '@/server/log';
import { shutdownSignal } from '@/server/shutdown';
import { liveHub } from './hub';
import type { LiveSignal } from './signal';

const PING_MS = 20_000;
/** A stream lives ten minutes and the browser opens a new one: a session that expires keeps no ear at the door for longer. */
const MAX_LIFE_MS = 600_000;

type Listener = { userId: string; sessionId: string };

/** The live signals of one person as server-sent events; ends with the session, the request, the server or after ten minutes. */
export function eventStream({ userId, sessionId }: Listener, requestSignal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let isOver = false;
  let stop: () => void = () => undefined;
  return new ReadableStream({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const endWithSession = async () => {
        if ((await isSessionAlive(sessionId)) || isOver) return;
        send('event: ended\ndata: {}\n\n');
        stop();
      };
      const onSignal = (signal: LiveSignal | null) => {
        if (signal === null || signal.sessionsOf.includes(userId))
          endWithSession().catch((error: unknown) => log.warn({ err: error }, 'session of a live stream not read'));
        if (signal === null) send('event: gap\ndata: {}\n\n');
        else if (signal.userIds.includes(userId)) send(`event: changed\ndata: ${JSON.stringify({ requests: signal.rootInstanceIds })}\n\n`);
        else if (signal.rootInstanceIds.length > 0) send(`event: moved\ndata: ${JSON.stringify({ requests: signal.rootInstanceIds })}\n\n`);
      };
      const leave = liveHub().listen(onSignal);
      const ping = setInterval(() => send(': ping\n\n'), PING_MS);
      const life = setTimeout(() => stop(), MAX_LIFE_MS);
      const ended = AbortSignal.any([requestSignal, shutdownSignal()]);
      stop = () => {
        isOver = true;
        leave();
        clearInterval(ping);
        clearTimeout(life);
        ended.removeEventListener('abort', stop);
        try {
          controller.close();
        } catch {
          // The reader has gone already.
        }
      };
      if (ended.aborted) return stop();
      ended.addEventListener('abort', stop, { once: true });
      send('retry: 2000\nevent: ready\ndata: {}\n\n');
    },
    cancel: () => stop(),
  });
}
