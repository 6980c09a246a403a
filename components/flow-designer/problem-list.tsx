'use client';

import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { Problem } from '@/lib/bpmn/problem';
import { useProblemText } from './use-problem-text';
import classes from './flow-designer.module.css';

/** Under the canvas: everything that cannot run or should be looked at; a click shows the element. */
export function ProblemList({ problems, onSelect }: { problems: readonly Problem[]; onSelect(elementId: string | null): void }) {
  const t = useTranslations('designer');
  const text = useProblemText();
  if (problems.length === 0) {
    return (
      <p className={classes.noProblems}>
        <IconCircleCheck size={18} stroke={1.5} aria-hidden /> {t('noProblems')}
      </p>
    );
  }
  return (
    <ul className={classes.problems}>
      {problems.map((problem, index) => (
        <li key={`${problem.code}-${problem.elementId ?? ''}-${index}`}>
          <UnstyledButton className={classes.problem} data-level={problem.level} onClick={() => onSelect(problem.elementId ?? null)}>
            <IconAlertTriangle size={18} stroke={1.5} aria-hidden />
            <span>{text(problem)}</span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
