'use client';

import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useShortcuts } from '@/components/shell/shortcuts/use-shortcuts';
import { useTRPC } from '@/components/shell/trpc';
import { KeyHint } from '@/components/ui/key-hint';
import { personName } from '@/lib/format/person';
import type { PersonView } from '@/server/instance/views';
import { matching, mentionAt, mentioned, withMention } from './mentions';
import classes from './request.module.css';

type Props = { requestId: string; sending: boolean; onSend(text: string, mentions: string[]): Promise<boolean>; hasKey: boolean };

/** A remark to write; an @ offers the people of the request, who are told when they are named. */
export function CommentBox({ requestId, sending, onSend, hasKey }: Props) {
  const t = useTranslations('request');
  const locale = useLocale();
  const trpc = useTRPC();
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [cursor, setCursor] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const [chosen, setChosen] = useState<readonly PersonView[]>([]);
  useShortcuts(hasKey ? [{ keys: 'c', label: t('keys.comment'), run: () => box.current?.focus() }] : []);
  const writing = cursor === null ? null : mentionAt(text, cursor);
  const { data: people } = useQuery(trpc.instance.participants.queryOptions({ id: requestId }, { enabled: writing !== null }));
  const offered = writing && people ? matching(people, writing.query) : [];
  const current = offered[Math.min(active, offered.length - 1)];

  const send = async () => {
    const said = text.trim();
    if (said === '' || !(await onSend(said, mentioned(said, chosen)))) return;
    setText('');
    setChosen([]);
  };
  const choose = (person: PersonView) => {
    if (!writing) return;
    const next = withMention(text, writing, person, locale);
    setText(next.text);
    setCursor(null);
    setChosen((known) => [...known.filter((one) => one.id !== person.id), person]);
    // The field takes its text with the next rendering.
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(next.cursor, next.cursor);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void send();
    else if (!current) return;
    else if (event.key === 'Enter' || event.key === 'Tab') choose(current);
    else if (event.key === 'ArrowDown') setActive((active + 1) % offered.length);
    else if (event.key === 'ArrowUp') setActive((active + offered.length - 1) % offered.length);
    else if (event.key === 'Escape') setCursor(null);
    else return;
    event.preventDefault();
  };
  return (
    <div className={classes.commentBox} data-screen>
      {offered.length > 0 && (
        <div id={`${id}-people`} className={classes.offered} role="listbox" aria-label={t('mention')}>
          {offered.map((person) => (
            <button
              key={person.id}
              id={`${id}-${person.id}`}
              type="button"
              role="option"
              tabIndex={-1}
              aria-selected={person === current}
              // Pressing must not take the focus from the text.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(person)}
            >
              {personName(person, locale)}
            </button>
          ))}
        </div>
      )}
      <Textarea
        ref={box}
        id="request-comment"
        autosize
        minRows={1}
        maxRows={6}
        maxLength={2000}
        aria-label={t('commentLabel')}
        aria-autocomplete="list"
        aria-controls={offered.length > 0 ? `${id}-people` : undefined}
        aria-activedescendant={current ? `${id}-${current.id}` : undefined}
        placeholder={t('commentPlaceholder')}
        value={text}
        rightSection={hasKey ? <KeyHint keys="c" /> : null}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setCursor(event.currentTarget.selectionStart);
          setActive(0);
        }}
        onBlur={() => setCursor(null)}
        onKeyDown={onKeyDown}
      />
      <Button variant="default" disabled={!text.trim()} loading={sending} onClick={() => void send()}>
        {t('send')}
      </Button>
    </div>
  );
}
