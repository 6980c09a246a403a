'use client';

import { IconAlertCircle, IconInfoCircle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import type { FormSchema } from '@/forms/schema/schema';
import type { Issue } from '@/lib/errors';
import { focusPath } from './focus-path';
import { useIssueText } from './use-issue-text';
import classes from './form.module.css';

const SHOWN = 8;

/** How many things are to be mended, and where: each is a link that puts the focus there. */
export function ErrorSummary({ schema, issues }: { schema: FormSchema; issues: readonly Issue[] }) {
  const t = useTranslations('form.summary');
  const { label } = useIssueText(schema);
  return (
    <div className={classes.summary} role="alert" hidden={issues.length === 0}>
      <IconAlertCircle size={18} stroke={1.5} aria-hidden />
      <span>
        {t('title', { count: issues.length })}
        {issues.slice(0, SHOWN).map((issue, index) => (
          <Fragment key={`${issue.path} ${issue.code}`}>
            {index > 0 && t('separator')}
            <button type="button" onClick={() => focusPath(schema, issue.path)}>
              {label(issue.path)}
            </button>
          </Fragment>
        ))}
        {issues.length > SHOWN && t('more', { count: issues.length - SHOWN })}
      </span>
    </div>
  );
}

/** What the author wanted said, but what stops nobody. */
export function WarningList({ schema, warnings }: { schema: FormSchema; warnings: readonly Issue[] }) {
  const { label, text } = useIssueText(schema);
  if (warnings.length === 0) return null;
  return (
    <ul className={classes.warnings}>
      {warnings.map((issue) => (
        <li key={`${issue.path} ${text(issue)}`}>
          <IconInfoCircle size={16} stroke={1.5} aria-hidden />
          <span>
            <button type="button" onClick={() => focusPath(schema, issue.path)}>
              {label(issue.path)}
            </button>{' '}
            {text(issue)}
          </span>
        </li>
      ))}
    </ul>
  );
}
