'use client';

import { Textarea } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import type { ClauseKind } from '@/lib/expression/simple-condition';
import type { FeelType } from '@/lib/expression/types';
import type { Json } from '@/lib/json';
import { EditorBoundary } from './editor-boundary';
import classes from './expression-editor.module.css';

export type ExpressionName = {
  name: string;
  label: string;
  type: FeelType;
  description?: string;
  /** For conditions that are made by choosing: what can be asked of it, and among what. */
  kind?: ClauseKind;
  choices?: readonly { value: string; label: string }[];
  /** Stored as a fraction, read and typed as percent. */
  percent?: boolean;
};

export type ExpressionEditorProps = {
  value: string;
  onChange(value: string): void;
  /** Everything the expression may name, for completion and checking. */
  names: readonly ExpressionName[];
  /** What the result has to be. */
  expect?: FeelType;
  singleLine?: boolean;
  ariaLabel: string;
  /** Values to show the result of, by name. */
  sample?: Readonly<Record<string, Json>>;
};

/** The editor weighs as much as a page, so that only who edits a formula loads it. */
const CodeEditor = dynamic(() => import('./code-editor').then((module) => module.CodeEditor), { ssr: false, loading: Loading });

/** Edits an expression: completion of fields and functions, errors where they are, the result for sample values. */
export function ExpressionEditor(props: ExpressionEditorProps) {
  return (
    <EditorBoundary fallback={<PlainEditor {...props} />}>
      <CodeEditor {...props} />
    </EditorBoundary>
  );
}

function Loading() {
  const t = useTranslations('expression.editor');
  return (
    <div className={classes.editor} aria-busy="true">
      <div className={classes.placeholder}>{t('loading')}</div>
      <div className={classes.status} />
    </div>
  );
}

function PlainEditor({ value, onChange, ariaLabel, singleLine }: ExpressionEditorProps) {
  const t = useTranslations('expression.editor');
  return (
    <Textarea
      aria-label={ariaLabel}
      description={t('failed')}
      autosize
      minRows={singleLine ? 1 : 2}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
