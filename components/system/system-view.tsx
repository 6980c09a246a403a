'use client';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { DocList } from '@/components/ui/doc-list';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import type { MailState } from '@/server/notify/mail-state';
import { MailFailures } from './mail-failures';
import classes from './system.module.css';
import { useMailActs } from './use-mail-acts';

const POLL_MS = 10_000;

/** Whether what runs behind the pages does its work: the mail that leaves the house. */
export function SystemView({ initial }: { initial: MailState }) {
  const t = useTranslations('system');
  const trpc = useTRPC();
  const { data: mail } = useQuery(trpc.notice.mailState.queryOptions(undefined, { initialData: initial, refetchInterval: POLL_MS }));
  const { test, retry, isPending } = useMailActs();
  const troubled = mail.failures.length;
  const answer =
    mail.server === null ? 'mailOff' : mail.failed > 0 ? 'failed' : troubled > 0 ? 'retrying' : mail.lastSentAt ? 'fine' : 'untried';
  return (
    <>
      <PageHeader
        title={t(`answer.${answer}`, { count: mail.failed, troubled })}
        actions={
          mail.server === null ? null : (
            <>
              {troubled > 0 ? (
                <Button loading={isPending} onClick={test}>
                  {t('test')}
                </Button>
              ) : null}
              <Button variant="filled" loading={isPending} onClick={troubled > 0 ? retry : test}>
                {t(troubled > 0 ? 'retry' : 'test')}
              </Button>
            </>
          )
        }
      />
      <div className={classes.stack}>
        <Card title={t('mail')} padded>
          {mail.server === null ? (
            <Banner>{t.rich('howTo', { code: (text) => <code className={classes.code}>{text}</code> })}</Banner>
          ) : (
            <DocList
              items={[
                { label: t('server'), value: mail.server },
                { label: t('from'), value: mail.from },
                { label: t('waiting'), value: t('count', { count: mail.waiting }) },
                { label: t('lastSent'), value: mail.lastSentAt ? <RelativeTime value={mail.lastSentAt} /> : t('never') },
              ]}
            />
          )}
        </Card>
        {troubled > 0 ? <MailFailures failures={mail.failures} /> : null}
      </div>
    </>
  );
}
