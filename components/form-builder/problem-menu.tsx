'use client';

import { Popover, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@mantine/core';
import { useBuilder } from './builder-context';
import { useProblemLine } from './use-problem-text';
import classes from './form-builder.module.css';

/** What stands against publishing, and what is only worth a look; each leads to its field. */
export function ProblemMenu() {
  const t = useTranslations('builder');
  const [opened, setOpened] = useState(false);
  const { problems, select } = useBuilder();
  const line = useProblemLine();
  const errors = problems.filter((problem) => problem.level === 'error').length;
  return (
    <Popover opened={opened} onChange={setOpened} width={360} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button
          size="xs"
          variant="subtle"
          disabled={problems.length === 0}
          data-tone={errors > 0 ? 'error' : problems.length > 0 ? 'warning' : undefined}
          className={classes.problemButton}
          leftSection={problems.length > 0 ? <IconAlertTriangle size={14} stroke={1.5} aria-hidden /> : undefined}
          onClick={() => setOpened(!opened)}
        >
          {t('problems', { count: problems.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={4}>
        <ul className={classes.problems}>
          {problems.map((problem, index) => (
            <li key={`${problem.code}-${problem.path}-${index}`}>
              <UnstyledButton
                onClick={() => {
                  select(problem.fieldId);
                  setOpened(false);
                }}
              >
                {problem.level === 'error' ? (
                  <IconCircleX size={16} stroke={1.5} data-level="error" aria-label={t('level.error')} />
                ) : (
                  <IconAlertTriangle size={16} stroke={1.5} data-level="warning" aria-label={t('level.warning')} />
                )}
                <span>{line(problem)}</span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
