'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { DocList } from '@/components/ui/doc-list';
import { RelativeTime } from '@/components/ui/relative-time';
import type { MailState } from '@/server/notify/mail-state';
import classes from './system.module.css';
import { useMailActs } from './use-mail-acts';

/** The mail server, what waits for it, and one mail to see that it works. */
export function MailCard({ mail }: { mail: MailState }) {
  const t = useTranslations('system.mail');
  const { test, retry, isPending } = useMailActs();
  return (
    <Card
      title={t('title')}
      padded
      footer={
        mail.server === null ? undefined : (
          <div className={classes.acts}>
            <Button size="xs" loading={isPending} onClick={test}>
              {t('test')}
            </Button>
            {mail.failures.length > 0 ? (
              <Button size="xs" loading={isPending} onClick={retry}>
                {t('retry')}
              </Button>
            ) : null}
          </div>
        )
      }
    >
      {mail.server === null ? (
        <p className={classes.quiet}>
          {t('off')} {t.rich('howTo', { code: (text) => <code className={classes.code}>{text}</code> })}
        </p>
      ) : (
        <DocList
          columns={1}
          items={[
            { label: t('server'), value: mail.server },
            { label: t('from'), value: mail.from },
            { label: t('waiting'), value: t('count', { count: mail.waiting }) },
            { label: t('lastSent'), value: mail.lastSentAt ? <RelativeTime value={mail.lastSentAt} /> : t('never') },
          ]}
        />
      )}
    </Card>
  );
}
