'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useId, useMemo, useRef } from 'react';
import type { Translate } from '@/lib/expression/message';
import { type Check, checkExpression, type Subject } from './check-expression';
import classes from './expression-editor.module.css';
import type { ExpressionEditorProps } from './expression-editor';
import { problemsOf } from './problems';
import { StatusLine } from './status-line';
import { type Assistant, useCodeMirror } from './use-code-mirror';

const TYPING_PAUSE = 400;

/** The loaded editor; import it through ExpressionEditor. */
export function CodeEditor({ value, onChange, names, expect, singleLine = false, ariaLabel, sample }: ExpressionEditorProps) {
  const t = useTranslations('expression');
  const locale = useLocale();
  const statusId = useId();
  const translate = useMemo<Translate>(() => (key, values) => t(key as never, values as never), [t]);
  const [settled] = useDebouncedValue(value, TYPING_PAUSE);
  const check = useCheck(settled, { names, expect, sample });
  const problems = useMemo(() => problemsOf(check.errors, translate), [check.errors, translate]);

  const assistant = useRef<Assistant>({ names, locale, translate, onChange });
  useEffect(() => {
    assistant.current = { names, locale, translate, onChange };
  });
  const host = useCodeMirror({ value, settled, problems, assistant, singleLine, ariaLabel, describedBy: statusId });

  return (
    <div className={classes.editor} data-invalid={problems.length > 0 || undefined}>
      <div ref={host} className={singleLine ? classes.single : classes.multi} />
      <StatusLine id={statusId} problems={problems} result={check.result} locale={locale} />
    </div>
  );
}

/** Owners pass fresh arrays at every keystroke: what they say decides, not which array it is. */
function useCheck(source: string, subject: Subject): Check {
  const key = JSON.stringify(subject);
  return useMemo(() => checkExpression(source, JSON.parse(key) as Subject), [source, key]);
}
