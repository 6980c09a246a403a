'use client';

import { Button, Modal, Stack, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { type FormEvent, useId, useState } from 'react';
import { PhraseToggle } from './phrase-toggle';

const Phrases = dynamic(() => import('./phrases'), { ssr: false });

export type DecisionKind = 'approve' | 'reject' | 'return';

type Props = {
  kind: DecisionKind;
  /** What the act is called here. */
  word: string;
  /** What the button says, where it is more than the name of the act. */
  label: string;
  required: boolean;
  comment: string;
  onComment(text: string): void;
  onClose(): void;
  onDecide(): void;
};

/** In the hand: the comment that goes with a decision, and the button for it, under the thumb. */
export default function DecisionSheet({ kind, word, label, required, comment, onComment, onClose, onDecide }: Props) {
  const t = useTranslations('request');
  const [missing, setMissing] = useState(false);
  const [phrasing, setPhrasing] = useState(false);
  const phrasesId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (required && !comment.trim()) setMissing(true);
    else onDecide();
  };
  return (
    <Modal opened onClose={onClose} title={word}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Textarea
            data-autofocus
            autosize
            minRows={3}
            maxRows={8}
            maxLength={2000}
            label={t('comment')}
            required={required}
            value={comment}
            error={missing ? t('commentMissing', { action: word }) : undefined}
            onChange={(event) => {
              onComment(event.currentTarget.value);
              setMissing(false);
            }}
          />
          <PhraseToggle controls={phrasesId} isOpen={phrasing} onToggle={() => setPhrasing(!phrasing)} />
          {phrasing && (
            <Phrases
              id={phrasesId}
              comment={comment}
              onComment={(text) => {
                onComment(text);
                setMissing(false);
              }}
            />
          )}
          <Button type="submit" size="lg" fullWidth variant={BUTTONS[kind]}>
            {label}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}

// helpers //////////////////////

const BUTTONS = { approve: 'decide', reject: 'danger', return: 'filled' } as const;
