'use client';

import { Button, Drawer, Group, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { LinesSkeleton } from '@/components/ui/skeletons';
import { UserName } from '@/components/ui/user-name';
import type { ProcessDetail } from '@/server/process/get';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { ChangeList } from './change-list';
import { oldestFirst } from './oldest-first';
import { useExportModel } from './use-export-model';
import { useReplaceDraft } from './use-replace-draft';
import classes from './versions.module.css';

type Props = { process: ProcessDetail; onClose(): void; beforeCompare(): Promise<void> };

/** The published versions: what each changed against the draft, its file, and the way back to it. */
export function VersionsDrawer({ process, onClose, beforeCompare }: Props) {
  const t = useTranslations('designer');
  const trpc = useTRPC();
  const { data: versions } = useQuery(trpc.process.versions.queryOptions({ id: process.id }));
  const [compared, setCompared] = useState<{ from: string; to: string | null } | null>(null);
  const [restoring, setRestoring] = useState<{ id: string; no: number } | null>(null);
  const [isPending, setIsPending] = useState(false);
  const restore = useReplaceDraft(process.id, beforeCompare);
  const exportModel = useExportModel(process.id);
  const compare = async (from: string, to: string) => {
    if (to === 'draft') await beforeCompare();
    setCompared(to === '' ? null : { from, to: to === 'draft' ? null : to });
  };
  return (
    <Drawer opened onClose={onClose} title={t('versions')} size="lg">
      {!versions ? (
        <LinesSkeleton lines={4} />
      ) : versions.length === 0 ? (
        <EmptyState title={t('noVersions')} />
      ) : (
        <ul className={classes.versions}>
          {versions.map((version) => (
            <li key={version.id}>
              <div className={classes.head}>
                <strong>{t('versionNo', { no: version.no })}</strong>
                <span>
                  {version.publishedBy && <UserName person={version.publishedBy} />} <RelativeTime value={version.publishedAt} />
                  {version.openInstances > 0 && ` · ${t('openInstances', { count: version.openInstances })}`}
                </span>
              </div>
              {version.note && <p>{version.note}</p>}
              <Group gap="xs">
                <NativeSelect
                  size="xs"
                  aria-label={t('compareWith')}
                  value={compared?.from === version.id ? (compared.to ?? 'draft') : ''}
                  onChange={(event) => void compare(version.id, event.currentTarget.value)}
                  data={[
                    { value: '', label: t('compareWith') },
                    { value: 'draft', label: t('compareDraft') },
                    ...versions
                      .filter((other) => other.id !== version.id)
                      .map((other) => ({ value: other.id, label: t('compareNo', { no: other.no }) })),
                  ]}
                />
                <Button size="compact-xs" variant="subtle" onClick={() => void exportModel(version.id)}>
                  {t('exportXml')}
                </Button>
                <Button size="compact-xs" variant="subtle" onClick={() => setRestoring({ id: version.id, no: version.no })}>
                  {t('restore')}
                </Button>
              </Group>
              {compared?.from === version.id && <ChangeList processId={process.id} {...oldestFirst(version, compared.to, versions)} />}
            </li>
          ))}
        </ul>
      )}
      <ConfirmDialog
        opened={restoring !== null}
        onClose={() => setRestoring(null)}
        title={t('restore')}
        confirmLabel={t('restore')}
        isPending={isPending}
        onConfirm={() => {
          if (!restoring) return;
          setIsPending(true);
          void restore({ versionId: restoring.id }).catch(() => setIsPending(false));
        }}
      >
        {t('restoreConfirm', { no: restoring?.no ?? 0 })}
      </ConfirmDialog>
    </Drawer>
  );
}
