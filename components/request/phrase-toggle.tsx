'use client';

import { UnstyledButton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import classes from './phrases.module.css';

/** Shows the phrases and puts them away. */
export function PhraseToggle({ controls, isOpen, onToggle }: { controls: string; isOpen: boolean; onToggle(): void }) {
  const t = useTranslations('request');
  return (
    <UnstyledButton
      className={classes.toggle ?? ''}
      aria-expanded={isOpen}
      aria-controls={isOpen ? controls : undefined}
      onClick={onToggle}
    >
      {t('phrases')}
    </UnstyledButton>
  );
}
