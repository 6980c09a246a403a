'use client';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCalendar, IconUserQuestion, IconUsers } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { useReader } from '@/components/ui/use-reader';
import { assertNever } from '@/lib/assert-never';
import { formatDate } from '@/lib/format/date';
import { personName } from '@/lib/format/person';
import type { Finding } from '@/server/org/overview';
import classes from './findings.module.css';
import { useLocal } from '@/components/ui/use-local';
import { useOrgUrl } from './use-org-url';

const ICONS = {
  noHead: IconAlertTriangle,
  headDisabled: IconAlertTriangle,
  noPost: IconUserQuestion,
  delegationEnds: IconCalendar,
  groupEnds: IconUsers,
};

/** What in the organisation wants a decision, each with the step that takes it. */
export function Findings({ findings, onSetHead }: { findings: readonly Finding[]; onSetHead: (departmentId: string) => void }) {
  const t = useTranslations('org.finding');
  if (findings.length === 0) return null;
  return (
    <Card title={t('title')} meta={t('meta')} className={classes.card ?? ''}>
      <ul className={classes.list}>
        {findings.map((finding) => {
          const Icon = ICONS[finding.kind];
          const isGrave = finding.kind === 'noHead' || finding.kind === 'headDisabled' || finding.kind === 'noPost';
          return (
            <li key={keyOf(finding)}>
              <Icon size={18} stroke={1.5} className={isGrave ? classes.grave : classes.icon} aria-hidden />
              <FindingText finding={finding} onSetHead={onSetHead} />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

// helpers //////////////////////

function FindingText({ finding, onSetHead }: { finding: Finding; onSetHead: (departmentId: string) => void }) {
  const t = useTranslations('org.finding');
  const locale = useLocale();
  const local = useLocal();
  const reader = useReader();
  const [, setUrl] = useOrgUrl();
  const b = (chunks: React.ReactNode) => <b>{chunks}</b>;
  switch (finding.kind) {
    case 'noHead':
    case 'headDisabled':
      return (
        <div>
          <p>
            {finding.kind === 'noHead'
              ? t.rich('noHead', {
                  b,
                  department: local(finding.department),
                  standIn: finding.standIn ? personName(finding.standIn, locale) : 'none',
                })
              : t.rich('headDisabled', { b, department: local(finding.department), head: personName(finding.head, locale) })}
          </p>
          <Act onClick={() => onSetHead(finding.departmentId)}>{t('setHead')}</Act>
        </div>
      );
    case 'noPost':
      return (
        <div>
          <p>{t.rich('noPost', { b, name: personName(finding.user, locale) })}</p>
          <Act onClick={() => setUrl({ person: finding.user.id })}>{t('setPosts')}</Act>
        </div>
      );
    case 'delegationEnds':
      return (
        <p>
          {t.rich('delegationEnds', {
            b,
            name: personName(finding.user, locale),
            proxy: personName(finding.proxy, locale),
            day: formatDate(finding.endsAt, 'day', reader),
            items: finding.items,
          })}
        </p>
      );
    case 'groupEnds':
      return (
        <div>
          <p>{t.rich('groupEnds', { b, group: local(finding.group), day: formatDate(finding.endsOn, 'day', reader) })}</p>
          <Act onClick={() => setUrl({ tab: 'workGroups', q: finding.group.zh }, 'push')}>{t('openGroup')}</Act>
        </div>
      );
    default:
      return assertNever(finding);
  }
}

function Act({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <Button size="compact-sm" variant="subtle" className={classes.act ?? ''} onClick={onClick}>
      {children}
    </Button>
  );
}

function keyOf(finding: Finding): string {
  switch (finding.kind) {
    case 'noHead':
    case 'headDisabled':
      return finding.departmentId;
    case 'noPost':
    case 'delegationEnds':
      return `${finding.kind} ${finding.user.id}`;
    case 'groupEnds':
      return finding.groupId;
    default:
      return assertNever(finding);
  }
}
