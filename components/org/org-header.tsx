'use client';
import { Button, NativeSelect } from '@mantine/core';
import { IconPlus, IconPrinter, IconUserPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Segmented } from '@/components/ui/segmented';
import { Tag } from '@/components/ui/tag';
import type { Overview } from '@/server/org/overview';
import Link from 'next/link';
import classes from './org-header.module.css';
import { useLocal } from '@/components/ui/use-local';
import { type OrgTab, orgTabs } from './use-org-url';

type Props = { overview: Overview | undefined; tab: OrgTab; onTab: (tab: OrgTab) => void; onAdd: () => void; onTransfer: () => void };

/** The answer first: what in the organisation wants a decision, else how large it is; then the views and the one thing to add. */
export function OrgHeader({ overview, tab, onTab, onAdd, onTransfer }: Props) {
  const t = useTranslations('org.header');
  const local = useLocal();
  const views = orgTabs.map((value) => ({ value, label: t(`tab.${value}`) }));
  const first = overview?.findings.find((finding) => finding.kind === 'noHead' || finding.kind === 'headDisabled');
  const size = overview ? t('size', { people: overview.people, departments: overview.departments }) : '';
  const title = first
    ? overview?.headless === 1
      ? t('noHead', { department: local(first.department) })
      : t('noHeads', { count: overview?.headless ?? 0 })
    : size || t('title');
  const facts = overview
    ? [
        ...(first ? [size] : []),
        ...(overview.away > 0 ? [t('away', { count: overview.away })] : []),
        ...(overview.secondPosts > 0 ? [t('secondPosts', { count: overview.secondPosts })] : []),
      ]
    : [];
  return (
    <header className={classes.header}>
      <div className={classes.answer}>
        <h1 className={classes.title}>{title}</h1>
        {overview && overview.nobodyIncidents > 0 ? (
          <Link href="/monitor" className={classes.stuck}>
            <Tag tone="ochre">{t('stuck', { count: overview.nobodyIncidents })}</Tag>
          </Link>
        ) : null}
        <span className={classes.meta} title={facts.join(' · ')}>
          {facts.join(' · ')}
        </span>
      </div>
      <div className={classes.views}>
        <Segmented label={t('views')} options={views} value={tab} onChange={onTab} />
      </div>
      <NativeSelect
        className={classes.select ?? ''}
        aria-label={t('views')}
        value={tab}
        data={views}
        onChange={(event) => onTab(orgTabs.find((known) => known === event.currentTarget.value) ?? 'departments')}
      />
      <div className={classes.actions}>
        {tab === 'departments' || tab === 'people' ? <Button onClick={onTransfer}>{t('transfer')}</Button> : null}
        {tab === 'chart' ? (
          <Button variant="filled" leftSection={<IconPrinter size={18} stroke={1.5} />} onClick={() => window.print()}>
            {t('print')}
          </Button>
        ) : (
          <Button
            variant="filled"
            leftSection={
              tab === 'departments' || tab === 'people' ? <IconUserPlus size={18} stroke={1.5} /> : <IconPlus size={18} stroke={1.5} />
            }
            onClick={onAdd}
          >
            {t(`add.${tab}`)}
          </Button>
        )}
      </div>
    </header>
  );
}
