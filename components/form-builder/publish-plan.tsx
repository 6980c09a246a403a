'use client';

import { IconArchive, IconArrowBackUp, IconColumnInsertRight, IconFingerprint, IconPencil, IconTable } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import type { PlanStep } from '@/server/form/ddl/plan';
import type { FormPlan } from '@/server/form/plan-publish';
import { useProblemLine } from './use-problem-text';
import classes from './publish.module.css';

const icons = {
  createTable: IconTable,
  addColumn: IconColumnInsertRight,
  retireField: IconArchive,
  restoreField: IconArrowBackUp,
  unique: IconFingerprint,
  metadata: IconPencil,
};

/** What publishing will do to the tables, in people's words; nothing is ever dropped, renamed or retyped. */
export function PublishPlan({ plan }: { plan: FormPlan }) {
  const t = useTranslations('builder');
  const line = useProblemLine();
  return (
    <div>
      {plan.issues.length > 0 && (
        <Banner tone="danger">
          <ul className={classes.issues}>
            {plan.issues.map((issue) => (
              <li key={`${issue.code}-${issue.path}`}>{line(issue)}</li>
            ))}
          </ul>
        </Banner>
      )}
      {plan.issues.length === 0 && (
        <p className={classes.intro}>{plan.steps.length === 0 ? t('planNothing') : t('planIntro', { table: plan.table })}</p>
      )}
      <ul className={classes.plan}>
        {plan.steps.map((step) => {
          const Icon = icons[step.kind];
          return (
            <li key={keyOf(step)}>
              <Icon size={18} stroke={1.5} aria-hidden />
              <span>{textOf(step)}</span>
              <code>{detailOf(step)}</code>
            </li>
          );
        })}
      </ul>
      {plan.statements.length > 0 && (
        <details className={classes.sql}>
          <summary>{t('planSql', { count: plan.statements.length })}</summary>
          <pre>{plan.statements.join(';\n')};</pre>
        </details>
      )}
    </div>
  );

  function textOf(step: PlanStep): string {
    switch (step.kind) {
      case 'createTable':
        return t(step.subTableId === null ? 'planTable' : 'planSubTable', { label: step.label, count: step.columns.length });
      case 'addColumn':
        return t('planColumn', { label: step.column.label });
      case 'retireField':
        return t('planRetire', { label: step.label });
      case 'restoreField':
        return t('planRestore', { label: step.label });
      case 'unique':
        return t(step.on ? 'planUnique' : 'planNotUnique', { label: step.label });
      case 'metadata':
        return t('planMetadata', { label: step.label });
    }
  }
}

// helpers //////////////////////

function keyOf(step: PlanStep): string {
  return step.kind === 'createTable' ? step.table : step.kind === 'addColumn' ? step.column.name : `${step.kind}-${step.fieldId}`;
}

function detailOf(step: PlanStep): string {
  switch (step.kind) {
    case 'createTable':
      return step.table;
    case 'addColumn':
      return `${step.column.name} ${step.column.type}`;
    case 'retireField':
    case 'restoreField':
      return step.columns.join(', ');
    case 'unique':
    case 'metadata':
      return '';
  }
}
