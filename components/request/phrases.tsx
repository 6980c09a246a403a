'use client';

import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { useAppError } from '@/components/shell/use-app-error';
import { newId } from '@/lib/id';
import classes from './phrases.module.css';
import { withPhrase } from './with-phrase';

type Props = { id: string; comment: string; onComment(text: string): void };

const STOCK = ['agreed', 'inOrder', 'complete', 'check'] as const;

/** Phrases to take into a comment: the reader's own, then those that everybody has; what is written can be kept as one. */
export default function Phrases({ id, comment, onComment }: Props) {
  const t = useTranslations('request');
  const trpc = useTRPC();
  const client = useQueryClient();
  const { data: own = [] } = useQuery(trpc.task.phrases.queryOptions());
  const settled = { onError: useAppError(), onSuccess: () => client.invalidateQueries(trpc.task.phrases.pathFilter()) };
  const save = useMutation(trpc.task.savePhrase.mutationOptions(settled));
  const remove = useMutation(trpc.task.removePhrase.mutationOptions(settled));
  const stock = STOCK.map((key) => t(`phrase.${key}`));
  const written = comment.trim();
  const mayKeep = written !== '' && written.length <= 200 && !stock.includes(written) && !own.some(({ text }) => text === written);
  const take = (text: string) => onComment(withPhrase(comment, text));
  return (
    <div id={id} className={classes.phrases} role="group" aria-label={t('phrases')}>
      {own.map((phrase) => (
        <span key={phrase.id} className={classes.own}>
          <UnstyledButton className={classes.phrase ?? ''} title={phrase.text} onClick={() => take(phrase.text)}>
            {phrase.text}
          </UnstyledButton>
          <ActionIcon
            size={20}
            aria-label={t('phraseRemove', { text: phrase.text })}
            onClick={() => remove.mutate({ commandId: newId(), id: phrase.id })}
          >
            <IconX size={12} stroke={1.5} />
          </ActionIcon>
        </span>
      ))}
      {stock.map((text) => (
        <UnstyledButton key={text} className={classes.phrase ?? ''} onClick={() => take(text)}>
          {text}
        </UnstyledButton>
      ))}
      {mayKeep && (
        <UnstyledButton
          className={classes.keep ?? ''}
          disabled={save.isPending}
          onClick={() => save.mutate({ commandId: newId(), text: written })}
        >
          {t('phraseKeep')}
        </UnstyledButton>
      )}
    </div>
  );
}
