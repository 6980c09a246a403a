'use client';

import { Button, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { useShortcuts } from '@/components/shell/shortcuts/use-shortcuts';
import { KeyHint } from '@/components/ui/key-hint';
import { RelativeTime } from '@/components/ui/relative-time';
import { UserName } from '@/components/ui/user-name';
import type { CommentView } from '@/server/instance/request-page';
import classes from './request.module.css';

type Props = {
  comments: readonly CommentView[];
  canComment: boolean;
  sending: boolean;
  onSend(text: string): Promise<boolean>;
  /** Where no decision wants the key `c` for its own comment. */
  hasKey?: boolean;
};

/** Remarks that move nothing. */
export function Comments({ comments, canComment, sending, onSend, hasKey = false }: Props) {
  const t = useTranslations('request');
  const [text, setText] = useState('');
  const box = useRef<HTMLTextAreaElement>(null);
  useShortcuts(hasKey && canComment ? [{ keys: 'c', label: t('keys.comment'), run: () => box.current?.focus() }] : []);
  const send = async () => {
    if (!text.trim()) return;
    if (await onSend(text.trim())) setText('');
  };
  return (
    <div className={classes.comments}>
      {comments.length > 0 && (
        <ul>
          {comments.map((comment) => (
            <li key={comment.id}>
              <UserName person={comment.author} avatar="s" strong /> <RelativeTime value={comment.at} className={classes.meta ?? ''} />
              <p>{comment.text}</p>
            </li>
          ))}
        </ul>
      )}
      {canComment && (
        <div className={classes.commentBox} data-screen>
          <Textarea
            ref={box}
            id="request-comment"
            autosize
            minRows={1}
            maxRows={6}
            maxLength={2000}
            aria-label={t('commentLabel')}
            placeholder={t('commentPlaceholder')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            rightSection={hasKey ? <KeyHint keys="c" /> : null}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void send();
            }}
          />
          <Button variant="default" disabled={!text.trim()} loading={sending} onClick={() => void send()}>
            {t('send')}
          </Button>
        </div>
      )}
    </div>
  );
}
