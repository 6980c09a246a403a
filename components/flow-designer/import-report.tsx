'use client';

import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import type { ImportedModel } from '@/server/process/import';
import { useProblemText } from './use-problem-text';
import classes from './flow-designer.module.css';

const SHOWN = 5;
const LISTED = 20;

/** What a BPMN file holds, before anything is stored: how much, what would not run here, what the canvas cannot show. */
export function ImportReport({ report }: { report: ImportedModel }) {
  const t = useTranslations('designer');
  const text = useProblemText();
  const errors = report.problems.filter((problem) => problem.level === 'error');
  return (
    <Banner tone={errors.length > 0 || report.notUnderstood.length > 0 ? 'warning' : 'plain'}>
      <p className={classes.reportLine}>
        {t('fileHolds', { count: report.elementCount })}
        {!report.hasDiagram && ` ${t('fileDrawn')}`}
        {report.repaired && ` ${t('fileRepaired')}`}
      </p>
      {report.notUnderstood.length > 0 && (
        <details className={classes.reportLine}>
          <summary>{t('fileNotUnderstood', { count: report.notUnderstood.length })}</summary>
          <ul className={classes.reportList}>
            {report.notUnderstood.slice(0, LISTED).map((loss, index) => (
              <li key={`${loss.line}-${loss.name}-${index}`}>{t('fileLoss', { line: loss.line, what: nameOf(loss) })}</li>
            ))}
            {report.notUnderstood.length > LISTED && <li>{t('fileProblemsMore', { count: report.notUnderstood.length - LISTED })}</li>}
          </ul>
        </details>
      )}
      {errors.length > 0 && (
        <>
          <p className={classes.reportLine}>{t('fileProblems', { count: errors.length })}</p>
          <ul className={classes.reportList}>
            {errors.slice(0, SHOWN).map((problem, index) => (
              <li key={`${problem.code}-${index}`}>{text(problem)}</li>
            ))}
            {errors.length > SHOWN && <li>{t('fileProblemsMore', { count: errors.length - SHOWN })}</li>}
          </ul>
        </>
      )}
    </Banner>
  );
}

// helpers //////////////////////

/** As it stands in the file. */
function nameOf({ kind, name, value }: ImportedModel['notUnderstood'][number]): string {
  return kind === 'element' ? `<${name}>` : kind === 'attribute' ? `${name}="${value.slice(0, 40)}"` : value.slice(0, 60);
}
