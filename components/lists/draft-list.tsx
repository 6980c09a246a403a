'use client';

import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { useAppError } from '@/components/shell/use-app-error';
import { EmptyState } from '@/components/ui/empty-state';
import { LinesSkeleton } from '@/components/ui/skeletons';
import { RelativeTime } from '@/components/ui/relative-time';
import { newId } from '@/lib/id';
import { localText } from '@/lib/json';
import classes from './lists.module.css';

/** Requests begun and not yet submitted. */
export function DraftList({ limit }: { limit?: number }) {
  const t = useTranslations('lists');
  const locale = useLocale();
  const trpc = useTRPC();
  const client = useQueryClient();
  const showError = useAppError();
  const { data } = useQuery(trpc.instance.draftList.queryOptions({}));
  const remove = useMutation(
    trpc.instance.draftDelete.mutationOptions({ onSuccess: () => client.invalidateQueries(), onError: (error) => showError(error) }),
  );
  if (!data) return <LinesSkeleton lines={2} />;
  const drafts = limit ? data.items.slice(0, limit) : data.items;
  if (drafts.length === 0) return <EmptyState title={t('draftsEmpty')} />;
  return (
    <ul className={classes.drafts}>
      {drafts.map((draft) => (
        <li key={draft.id}>
          <Link href={`/start/${draft.process.id}?draft=${draft.id}`}>
            <span>{draft.title || localText(draft.process.name, locale)}</span>
            <small>
              {localText(draft.process.name, locale)} · {t('savedAt')} <RelativeTime value={draft.updatedAt} />
              {draft.outdated && ` · ${t('draftOutdated')}`}
            </small>
          </Link>
          <ActionIcon
            aria-label={t('deleteDraft', { title: draft.title })}
            loading={remove.isPending && remove.variables.draftId === draft.id}
            onClick={() => remove.mutate({ commandId: newId(), draftId: draft.id })}
          >
            <IconTrash size={16} stroke={1.5} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
