'use client';
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { useErrorText } from '@/components/shell/use-app-error';
import { Card } from '@/components/ui/card';
import { notifyError } from '@/components/ui/notify';
import { Tag } from '@/components/ui/tag';
import type { TestAnswer } from '@/server/connector/test-call';
import classes from './connector.module.css';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** One call by hand, and what came back. */
export function TestCall({ connectorId }: { connectorId: string }) {
  const t = useTranslations('connector');
  const trpc = useTRPC();
  const read = useErrorText();
  const [request, setRequest] = useState<{ method: (typeof METHODS)[number]; path: string; body: string }>({
    method: 'GET',
    path: '/',
    body: '',
  });
  const [bodyError, setBodyError] = useState<string | null>(null);
  const set = (patch: Partial<typeof request>) => {
    setBodyError(null);
    setRequest({ ...request, ...patch });
  };
  const test = useMutation(
    trpc.connector.test.mutationOptions({
      onError: (error) => {
        const { path, message } = read(error);
        if (path === 'body') setBodyError(message);
        else notifyError(message);
      },
    }),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    const body = request.method === 'GET' ? '' : request.body;
    test.mutate({ commandId: crypto.randomUUID(), id: connectorId, ...request, body });
  };
  return (
    <Card title={t('test')} padded>
      <form className={classes.test} onSubmit={send}>
        <p className={classes.quiet}>{t('testHelp')}</p>
        <div className={classes.line}>
          <NativeSelect
            label={t('method')}
            data={[...METHODS]}
            value={request.method}
            onChange={(event) => set({ method: METHODS.find((method) => method === event.currentTarget.value) ?? 'GET' })}
          />
          <TextInput
            label={t('path')}
            required
            withAsterisk={false}
            value={request.path}
            autoComplete="off"
            spellCheck={false}
            maxLength={2000}
            onChange={(event) => set({ path: event.currentTarget.value })}
          />
        </div>
        {request.method === 'GET' ? null : (
          <Textarea
            label={t('body')}
            autosize
            minRows={3}
            maxRows={12}
            value={request.body}
            error={bodyError}
            spellCheck={false}
            classNames={{ input: classes.mono ?? '' }}
            onChange={(event) => set({ body: event.currentTarget.value })}
          />
        )}
        <div>
          <Button type="submit" variant="filled" loading={test.isPending}>
            {t(test.data ? 'sendAgain' : 'send')}
          </Button>
        </div>
        <div role="status">{test.data ? <Answer answer={test.data} /> : null}</div>
      </form>
    </Card>
  );
}

// helpers //////////////////////

function Answer({ answer }: { answer: TestAnswer }) {
  const t = useTranslations('connector');
  if (answer.kind === 'failure')
    return (
      <p className={classes.answerHead}>
        <Tag tone="red">{t('unanswered')}</Tag> {t(`failure.${answer.code}`, { detail: answer.message })}
      </p>
    );
  const isGood = answer.status >= 200 && answer.status < 300;
  return (
    <>
      <p className={classes.answerHead}>
        <Tag tone={isGood ? 'pine' : 'red'}>{t('answered', { status: answer.status, ms: answer.ms })}</Tag>
      </p>
      {answer.text === '' ? <p className={classes.quiet}>{t('answerEmpty')}</p> : null}
      {answer.text === '' ? null : (
        <Textarea
          aria-label={t('answer')}
          readOnly
          autosize
          maxRows={16}
          value={pretty(answer.text)}
          spellCheck={false}
          classNames={{ input: classes.answer ?? '' }}
        />
      )}
      {answer.isCut ? <p className={classes.quiet}>{t('answerCut')}</p> : null}
    </>
  );
}

/** JSON with indents; anything else, and what was cut, as it came. */
function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
