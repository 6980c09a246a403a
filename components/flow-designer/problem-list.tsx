'use client';

import { Button, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { Fix, Problem } from '@/lib/bpmn/problem';
import { useProblemText } from './use-problem-text';
import classes from './flow-designer.module.css';

type Props = {
  problems: readonly Problem[];
  onSelect(elementId: string | null): void;
  /** Where the model is at hand: mends what can be mended with one click, and shows the run that goes wrong. */
  onFix?(fix: Fix): void;
  onTrace?(trace: readonly string[]): void;
};

/** Everything that cannot run or should be looked at; a click shows the element. */
export function ProblemList({ problems, onSelect, onFix, onTrace }: Props) {
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
      {problems.toSorted(worstFirst).map((problem, index) => (
        <li key={`${problem.code}-${problem.elementId ?? ''}-${index}`} className={classes.problemLine}>
          <UnstyledButton className={classes.problem} data-level={problem.level} onClick={() => onSelect(problem.elementId ?? null)}>
            <IconAlertTriangle size={18} stroke={1.5} aria-hidden />
            <span>{text(problem)}</span>
          </UnstyledButton>
          {onTrace && problem.trace && problem.trace.length > 0 && (
            <Button size="compact-xs" onClick={() => problem.trace && onTrace(problem.trace)}>
              {t('showTrace')}
            </Button>
          )}
          {onFix && problem.fix && (
            <Button size="compact-xs" variant="filled" onClick={() => problem.fix && onFix(problem.fix)}>
              {fixText(problem.fix)}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );

  function fixText(fix: Fix): string {
    return fix.kind === 'changeGateway' ? t(`fix.changeGateway.${gatewayOf(fix.to)}`) : t(`fix.${fix.kind}`);
  }
}

// helpers //////////////////////

/** What stands in the way before what should only be looked at, each as it was found. */
const worstFirst = (a: Problem, b: Problem): number => Number(b.level === 'error') - Number(a.level === 'error');

type Gateway = Extract<Fix, { kind: 'changeGateway' }>['to'];

function gatewayOf(type: Gateway): 'exclusive' | 'parallel' | 'inclusive' {
  switch (type) {
    case 'bpmn:ExclusiveGateway':
      return 'exclusive';
    case 'bpmn:ParallelGateway':
      return 'parallel';
    case 'bpmn:InclusiveGateway':
      return 'inclusive';
  }
}
