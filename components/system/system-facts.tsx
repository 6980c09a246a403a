'use client';
import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { DocList } from '@/components/ui/doc-list';
import { RelativeTime } from '@/components/ui/relative-time';
import { CardSkeleton } from '@/components/ui/skeletons';
import { Tag } from '@/components/ui/tag';
import { useReader } from '@/components/ui/use-reader';
import { formatDate } from '@/lib/format/date';
import { formatBytes } from '@/lib/format/number';
import type { MailState } from '@/server/notify/mail-state';
import type { SystemStatus } from '@/server/system/status';
import { MailCard } from './mail-card';
import classes from './system.module.css';

/** What the installation consists of: nodes, database, mail, the company's defaults. */
export function SystemFacts({ status, mail }: { status: SystemStatus; mail: MailState | undefined }) {
  const t = useTranslations('system');
  const reader = useReader();
  const { database, company, node, nodes } = status;
  return (
    <div className={classes.columns}>
      <Card title={t('nodes')} meta={t('nodesMeta')}>
        <ul className={classes.nodes}>
          {nodes.map(({ name, connections, since }) => (
            <li key={name}>
              <span>
                <code className={classes.node}>{name}</code> {name === node.name ? <Tag>{t('thisNode')}</Tag> : null}
              </span>
              <span className={classes.quiet}>
                {t('connections', { count: connections })} ·{' '}
                {name === node.name ? (
                  <>
                    {node.runtime} · {t('started')} <RelativeTime value={node.startedAt} />
                  </>
                ) : (
                  <>
                    {t('since')} <RelativeTime value={since} />
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t('database.title')} padded>
        <DocList
          columns={1}
          items={[
            { label: t('database.version'), value: database.version },
            { label: t('database.size'), value: formatBytes(database.bytes, reader.locale) },
            {
              label: t('database.schema'),
              value: (
                <>
                  {t('database.migrations', {
                    count: database.migrations,
                    date: database.migratedAt === null ? '—' : formatDate(database.migratedAt, 'dayYear', reader),
                  })}{' '}
                  {database.isCurrent ? null : <Tag tone="red">{t('database.behind')}</Tag>}
                </>
              ),
            },
          ]}
        />
      </Card>
      {mail ? <MailCard mail={mail} /> : <CardSkeleton />}
      <Card title={t('company.title')} padded>
        <DocList
          columns={1}
          items={[
            { label: t('company.name'), value: <Sourced value={company.name || '—'} from={t('company.nameFrom')} /> },
            { label: t('company.timeZone'), value: <Sourced value={company.timeZone} from={t('company.timeZoneFrom')} /> },
          ]}
        />
      </Card>
    </div>
  );
}

// helpers //////////////////////

/** A value and where it is set. */
function Sourced({ value, from }: { value: string; from: string }) {
  return (
    <>
      {value} <span className={classes.quiet}>{from}</span>
    </>
  );
}
