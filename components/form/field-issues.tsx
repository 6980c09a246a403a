'use client';

import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useReader } from '@/components/ui/use-reader';
import type { Field } from '@/forms/schema/schema';
import type { Issue } from '@/lib/errors';
import { fieldDomId } from './focus-path';
import { useForm } from './form-context';
import { issueText } from './use-issue-text';
import classes from './form.module.css';

export function issuesDomId(fieldId: string): string {
  return `${fieldDomId(fieldId)}-issues`;
}

/** What is wrong with a field, under it. */
export function FieldIssues({ field }: { field: Field }) {
  const issues = useForm((store) => store.shownIssues(field.key));
  return <FieldIssuesOf field={field} issues={issues} />;
}

export function FieldIssuesOf({ field, issues }: { field: Field; issues: readonly Issue[] }) {
  const t = useTranslations('form');
  const reader = useReader();
  if (issues.length === 0) return null;
  return (
    <p className={classes.issue} id={issuesDomId(field.id)}>
      <IconAlertCircle size={16} stroke={1.5} aria-hidden />
      {[...new Set(issues.map((issue) => issueText(t, field, issue, reader)))].join(' · ')}
    </p>
  );
}
