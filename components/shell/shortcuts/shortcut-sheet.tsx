'use client';
import { Modal } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { KeyHint } from '@/components/ui/key-hint';
import { type ShortcutGroup, shortcutGroups, subscribeGroups } from './registry';
import classes from './shortcut-sheet.module.css';

const NONE: readonly ShortcutGroup[] = [];

/** Every key that works right now: the page's own first, then those that work everywhere. */
export default function ShortcutSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTranslations('shell.shortcuts');
  const groups = useSyncExternalStore(subscribeGroups, shortcutGroups, () => NONE);
  return (
    <Modal opened={opened} onClose={onClose} title={t('title')} size="lg">
      <div className={classes.columns}>
        <List title={t('thisPage')} groups={groups.filter((group) => group.scope === 'page')} />
        <List title={t('everywhere')} groups={groups.filter((group) => group.scope === 'everywhere')} />
      </div>
    </Modal>
  );
}

function List({ title, groups }: { title: string; groups: readonly ShortcutGroup[] }) {
  // Two parts of a page may give the same key; the one that came last has it.
  const entries = [...new Map(groups.flatMap((group) => group.entries).map((entry) => [entry.keys, entry])).values()];
  if (entries.length === 0) return null;
  return (
    <section>
      <h3 className={classes.title}>{title}</h3>
      <dl className={classes.list}>
        {entries.map((entry) => (
          <div key={`${entry.keys}${entry.label}`} className={classes.entry}>
            <dt>{entry.label}</dt>
            <dd>
              <KeyHint keys={entry.keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
