'use client';

import { Button, Drawer, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { Now, Was } from '@/components/ui/change';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { LinesSkeleton } from '@/components/ui/skeletons';
import type { ModelChange } from '@/server/process/diff';
import type { ProcessDetail } from '@/server/process/get';
import { useExportModel } from './use-export-model';
import { useReplaceDraft } from './use-replace-draft';
import classes from './versions.module.css';

type Props = { process: ProcessDetail; onClose(): void; beforeCompare(): Promise<void> };

/** The published versions: what each changed against the draft, its file, and the way back to it. */
export function VersionsDrawer({ process, onClose, beforeCompare }: Props) {
  const t = useTranslations('designer');
  const trpc = useTRPC();
  const { data: versions } = useQuery(trpc.process.versions.queryOptions({ id: process.id }));
  const [compared, setCompared] = useState<string | null>(null);
  const restore = useReplaceDraft(process.id, beforeCompare);
  const exportModel = useExportModel(process.id);
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
                  {version.publishedBy} <RelativeTime value={version.publishedAt} />
                  {version.openInstances > 0 && ` · ${t('openInstances', { count: version.openInstances })}`}
                </span>
              </div>
              {version.note && <p>{version.note}</p>}
              <Group gap="xs">
                <Button size="compact-xs" onClick={() => void beforeCompare().then(() => setCompared(version.id))}>
                  {t('compareDraft')}
                </Button>
                <Button size="compact-xs" variant="subtle" onClick={() => void exportModel(version.id)}>
                  {t('exportXml')}
                </Button>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  onClick={() => {
                    if (!window.confirm(t('restoreConfirm', { no: version.no }))) return;
                    void restore({ versionId: version.id }).catch(() => undefined);
                  }}
                >
                  {t('restore')}
                </Button>
              </Group>
              {compared === version.id && <Changes processId={process.id} versionId={version.id} />}
            </li>
          ))}
        </ul>
      )}
    </Drawer>
  );
}

// helpers //////////////////////

function Changes({ processId, versionId }: { processId: string; versionId: string }) {
  const t = useTranslations('designer');
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.process.diff.queryOptions({ id: processId, fromVersionId: versionId, toVersionId: null }, { staleTime: 0 }),
  );
  if (!data) return <LinesSkeleton lines={2} />;
  if (data.length === 0) return <p>{t('noChanges')}</p>;
  return (
    <ul className={classes.changes}>
      {data.map((change, index) => (
        <li key={`${change.kind}-${change.elementId}-${index}`}>
          <span>{t(`change.${change.kind}`, { name: change.name || change.elementId })}</span>
          <ChangeDetail change={change} />
        </li>
      ))}
    </ul>
  );
}

function ChangeDetail({ change }: { change: ModelChange }) {
  switch (change.kind) {
    case 'added':
    case 'removed':
      return null;
    case 'renamed':
      return (
        <>
          <Was>{change.before}</Was> <Now>{change.name}</Now>
        </>
      );
    case 'rewired':
    case 'condition':
      return (
        <>
          {change.before && <Was>{change.before}</Was>} {change.after && <Now>{change.after}</Now>}
        </>
      );
    case 'setting':
      return (
        <>
          <span>{change.label}</span> {change.beforeText !== null && <Was>{change.beforeText}</Was>}{' '}
          {change.afterText !== null && <Now>{change.afterText}</Now>}
        </>
      );
  }
}
