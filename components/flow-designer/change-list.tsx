'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { Now, Was } from '@/components/ui/change';
import { ErrorState } from '@/components/ui/error-state';
import { LinesSkeleton } from '@/components/ui/skeletons';
import type { ModelChange } from '@/server/process/diff';
import { useStepName } from './use-step-name';
import classes from './versions.module.css';

type Props = { processId: string; fromVersionId: string /** null = the draft. */; toVersionId: string | null };

/** What changed between two versions, element by element and setting by setting, in the reader's words. */
export function ChangeList({ processId, fromVersionId, toVersionId }: Props) {
  const t = useTranslations('designer');
  const trpc = useTRPC();
  const stepName = useStepName();
  const { data, error } = useQuery(trpc.process.diff.queryOptions({ id: processId, fromVersionId, toVersionId }, { staleTime: 0 }));
  if (error) return <ErrorState error={error} />;
  if (!data) return <LinesSkeleton lines={2} />;
  if (data.length === 0) return <p>{t('noChanges')}</p>;
  return (
    <ul className={classes.changes}>
      {data.map((change, index) => (
        <li key={`${change.kind}-${change.elementId}-${index}`}>
          <span>{t(`change.${change.kind}`, { name: stepName(change.name || change.elementId) || t('kind.process') })}</span>
          <ChangeDetail change={change} />
        </li>
      ))}
    </ul>
  );
}

// helpers //////////////////////

function ChangeDetail({ change }: { change: ModelChange }) {
  const stepName = useStepName();
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
          {change.before && <Was>{stepName(change.before)}</Was>} {change.after && <Now>{stepName(change.after)}</Now>}
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
