import { shutdownSignal } from '@/server/shutdown';
import { liveHub } from './hub';
import type { LiveSignal } from './signal';

const PING_MS = 20_000;
/** A stream lives ten minutes and the browser opens a new one: a revoked session keeps no ear at the door for longer. */
const MAX_LIFE_MS = 600_000;

/** The live signals of one person as server-sent events; ends with the request, the server or after ten minutes. */
export function eventStream(userId: string, requestSignal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop: () => void = () => undefined;
  return new ReadableStream({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const onSignal = (signal: LiveSignal | null) => {
        if (signal === null) send('event: gap\ndata: {}\n\n');
        else if (signal.userIds.includes(userId)) send(`event: changed\ndata: ${JSON.stringify({ requests: signal.rootInstanceIds })}\n\n`);
        else if (signal.rootInstanceIds.length > 0) send(`event: moved\ndata: ${JSON.stringify({ requests: signal.rootInstanceIds })}\n\n`);
      };
      const leave = liveHub().listen(onSignal);
      const ping = setInterval(() => send(': ping\n\n'), PING_MS);
      const life = setTimeout(() => stop(), MAX_LIFE_MS);
      const ended = AbortSignal.any([requestSignal, shutdownSignal()]);
      stop = () => {
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
