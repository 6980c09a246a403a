'use client';

import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';

export type Position = { index: number; total: number; more: boolean };

/** Without a position while the list is being read up to the item. */
type Props = { position: Position | null; onStep(by: 1 | -1): void };

/** Where one is in the list, and the ways to the neighbours. */
export function PaneSteps({ position, onStep }: Props) {
  const t = useTranslations('inbox');
  return (
    <>
      <span>{position && t('position', { ...position, index: position.index + 1, more: position.more ? 'yes' : 'no' })}</span>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('previous')}
        disabled={!position || position.index <= 0}
        onClick={() => onStep(-1)}
      >
        <IconChevronUp size={18} stroke={1.5} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('next')}
        disabled={!position || position.index >= position.total - 1}
        onClick={() => onStep(1)}
      >
        <IconChevronDown size={18} stroke={1.5} />
      </ActionIcon>
    </>
  );
}
