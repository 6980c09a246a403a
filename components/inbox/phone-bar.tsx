'use client';

import { ActionIcon } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import classes from './inbox.module.css';
import { PaneSteps, type Position } from './pane-steps';

type Props = { position: Position | null; onStep(by: 1 | -1): void; onBack(): void };

/** In the hand the open request has the screen to itself, and this in place of the top bar: back to the list, and on through it. */
export function PhoneBar({ position, onStep, onBack }: Props) {
  const t = useTranslations('inbox');
  return (
    <div className={classes.phoneBar} data-pane-bar data-screen>
      <ActionIcon variant="subtle" color="gray" aria-label={t('back')} onClick={onBack}>
        <IconChevronLeft size={20} stroke={1.5} />
      </ActionIcon>
      <PaneSteps position={position} onStep={onStep} />
    </div>
  );
}
