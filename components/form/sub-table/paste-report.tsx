'use client';

import { CloseButton } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { useReader } from '@/components/ui/use-reader';
import { localText } from '@/lib/json';
import { issueText } from '../use-issue-text';
import type { PasteReport as Report } from './use-paste';
import type { TableModel } from './use-table';
import classes from './sub-table.module.css';

const SHOWN = 5;

/** The cells of a paste that could not be read, each with its place, its text and the reason. */
export function PasteReport({ table, report, onClose }: { table: TableModel; report: Report; onClose(): void }) {
  const t = useTranslations('form');
  const common = useTranslations('common');
  const locale = useLocale();
  const reader = useReader();
  return (
    <div className={classes.report} role="status">
      <IconAlertCircle size={18} stroke={1.5} aria-hidden />
      <div>
        {report.left > 0 && <p>{t('table.pasteTooMany', { max: table.maxRows, count: report.left })}</p>}
        {report.surplus > 0 && <p>{t('table.pasteSurplus', { count: report.surplus })}</p>}
        {report.problems.length > 0 && <p>{t('table.pasteProblems', { count: report.problems.length })}</p>}
        <ul>
          {report.problems.slice(0, SHOWN).map(({ row, cell }) => (
            <li key={`${row} ${cell.column.id}`}>
              {t('table.pasteProblem', {
                row,
                column: localText(cell.column.label, locale),
                text: cell.text.slice(0, 40),
                reason: issueText(t, cell.column, cell.finding, reader),
              })}
            </li>
          ))}
          {report.problems.length > SHOWN && <li>{t('summary.more', { count: report.problems.length - SHOWN })}</li>}
        </ul>
      </div>
      <CloseButton aria-label={common('close')} onClick={onClose} />
    </div>
  );
}
