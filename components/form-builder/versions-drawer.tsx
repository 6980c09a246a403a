'use client';

import { Button, Drawer, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { LinesSkeleton } from '@/components/ui/skeletons';
import { UserName } from '@/components/ui/user-name';
import { diffForms } from '@/forms/schema/diff';
import type { FormSchema } from '@/forms/schema/schema';
import type { PublishedVersion } from '@/server/published-version';
import { useBuilder } from './builder-context';
import { ChangeList } from './change-list';
import classes from './changes.module.css';

type Props = { compareWith: number | null; onClose(): void };

/** The published versions: what each changed, what the draft has changed since, and the way back to it. */
export function VersionsDrawer({ compareWith, onClose }: Props) {
  const t = useTranslations('builder');
  const trpc = useTRPC();
  const { formId } = useBuilder();
  const { data: versions, error, refetch } = useQuery(trpc.form.versions.queryOptions({ id: formId }, { staleTime: 0 }));
  return (
    <Drawer opened onClose={onClose} title={t('versions')} size="lg" position="right">
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !versions ? (
        <LinesSkeleton lines={4} />
      ) : versions.length === 0 ? (
        <EmptyState title={t('neverPublished')} />
      ) : (
        <ul className={classes.versions}>
          {versions.map((version) => (
            <Version
              key={version.id}
              version={version}
              latest={versions[0]?.no ?? 0}
              openAtFirst={version.no === compareWith}
              onRestored={onClose}
            />
          ))}
        </ul>
      )}
    </Drawer>
  );
}

// helpers //////////////////////

type VersionProps = { version: PublishedVersion; latest: number; openAtFirst: boolean; onRestored(): void };

function Version({ version, latest, openAtFirst, onRestored }: VersionProps) {
  const t = useTranslations('builder');
  /** `draft`: this version against the draft; a number: that version against this one. */
  const [against, setAgainst] = useState<'draft' | number | null>(openAtFirst ? 'draft' : null);
  const { change, announce } = useBuilder();
  const trpc = useTRPC();
  const { data, isFetching, refetch } = useQuery(
    trpc.form.version.queryOptions(
      { id: useBuilder().formId, no: version.no },
      { enabled: against === 'draft', staleTime: Number.POSITIVE_INFINITY },
    ),
  );
  const restore = async () => {
    const schema = data?.schema ?? (await refetch()).data?.schema;
    if (!schema) return;
    change(() => schema);
    announce(t('restored', { no: version.no }));
    onRestored();
  };
  const others = Array.from({ length: latest }, (_, index) => latest - index).filter((no) => no !== version.no);
  return (
    <li>
      <div className={classes.head}>
        <strong>{t('versionNo', { no: version.no })}</strong>
        <span>
          {version.publishedBy && <UserName person={version.publishedBy} />} <RelativeTime value={version.publishedAt} />
        </span>
      </div>
      {version.note && <p>{version.note}</p>}
      <div className={classes.tools}>
        <NativeSelect
          size="xs"
          aria-label={t('compareVersion', { no: version.no })}
          value={against === null ? '' : String(against)}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setAgainst(value === '' ? null : value === 'draft' ? 'draft' : Number(value));
          }}
          data={[
            { value: '', label: t('compareWith') },
            { value: 'draft', label: t('compareDraft') },
            ...others.map((no) => ({ value: String(no), label: t('compareNo', { no }) })),
          ]}
        />
        <Button size="compact-sm" variant="subtle" onClick={() => void restore()} loading={isFetching && against !== 'draft'}>
          {t('restoreVersion')}
        </Button>
      </div>
      {against === 'draft' && (data ? <AgainstDraft version={data.schema} /> : <LinesSkeleton lines={2} />)}
      {typeof against === 'number' && <AgainstVersion no={version.no} other={against} />}
    </li>
  );
}

function AgainstDraft({ version }: { version: FormSchema }) {
  const { schema } = useBuilder();
  const changes = useMemo(() => diffForms(version, schema), [version, schema]);
  return (
    <div className={classes.compared}>
      <ChangeList changes={changes} />
    </div>
  );
}

function AgainstVersion({ no, other }: { no: number; other: number }) {
  const t = useTranslations('builder');
  const trpc = useTRPC();
  const { formId } = useBuilder();
  const [older, newer] = no < other ? [no, other] : [other, no];
  const { data, error } = useQuery(trpc.form.versionDiff.queryOptions({ id: formId, no: newer, since: older }));
  return (
    <div className={classes.compared}>
      {error ? (
        <ErrorState error={error} />
      ) : data ? (
        <>
          <p className={classes.none}>{t('comparedNos', { older, newer })}</p>
          <ChangeList changes={data.changes} />
        </>
      ) : (
        <LinesSkeleton lines={2} />
      )}
    </div>
  );
}
