'use client';

import { Code } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { cursorPages, itemsOf } from '@/components/ui/cursor-pages';
import { Card } from '@/components/ui/card';
import { RelativeTime } from '@/components/ui/relative-time';
import { Tag } from '@/components/ui/tag';
import type { CallView } from '@/server/instance/calls';
import { useCallError } from '@/components/ui/use-call-error';
import { EarlierButton } from './earlier-button';
import classes from './journal.module.css';

/** What went out to other systems for this request and what came back: one line an attempt, newest first. */
export default function Calls({ id }: { id: string }) {
  const t = useTranslations('request');
  const trpc = useTRPC();
  const query = useInfiniteQuery(trpc.instance.calls.infiniteQueryOptions({ id, limit: 20 }, cursorPages));
  const calls = itemsOf(query);
  if (calls.length === 0) return null;
  return (
    <Card title={t('callsTitle')} meta={t('callsHint')} footer={query.hasNextPage && <EarlierButton query={query} />}>
      <ol className={classes.lines} aria-label={t('callsTitle')}>
        {calls.map((call) => (
          <Call key={call.id} call={call} />
        ))}
      </ol>
    </Card>
  );
}

// helpers //////////////////////

function Call({ call }: { call: CallView }) {
  const t = useTranslations('request');
  const callError = useCallError();
  const { method, path, body } = call.request;
  const address = [method, path].filter((part) => typeof part === 'string').join(' ');
  const failed = call.status === null || call.status >= 400;
  return (
    <li className={classes.line}>
      <span className={classes.no}>
        <Tag tone={failed ? 'red' : 'pine'}>{call.status ?? (call.error ? callError({ code: call.error }) : t('callNoAnswer'))}</Tag>
      </span>
      <div className={classes.what}>
        <p>
          <strong>{call.elementName}</strong> <Code>{address}</Code>
        </p>
        <p className={classes.meta}>
          {t('callAttempt', { attempt: call.attempt })} · {call.idempotencyKey}
        </p>
        {body !== null && body !== undefined && (
          <Sent label={t('callSent')} text={typeof body === 'string' ? body : JSON.stringify(body)} />
        )}
        {call.response && <Sent label={t('callAnswered')} text={call.response} />}
      </div>
      <RelativeTime value={call.startedAt} className={classes.when} />
    </li>
  );
}

function Sent({ label, text }: { label: string; text: string }) {
  return (
    <details className={classes.sent}>
      <summary>{label}</summary>
      <Code block>{text}</Code>
    </details>
  );
}
