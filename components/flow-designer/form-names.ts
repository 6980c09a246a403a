'use client';

import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import type { ExpressionName } from '@/components/expression/expression-editor';
import { fieldNames } from '@/components/expression/field-names';
import type { Field } from '@/forms/schema/schema';
import { useDesigner } from './designer-context';

/** Every value field of the process's form in drawing order. */
export function useFormFields(): readonly Field[] {
  const { form } = useDesigner();
  return useMemo(
    () =>
      form
        ? form.sections.flatMap((section) =>
            section.children.filter((node): node is Field => node.type !== 'divider' && node.type !== 'description'),
          )
        : [],
    [form],
  );
}

/** The names that expressions of this process may use, for completion: the form's fields and what the engine adds. */
export function useFormNames(): ExpressionName[] {
  const locale = useLocale();
  const fields = useFormFields();
  return useMemo(() => {
    return [
      ...fieldNames(fields, locale),
      {
        name: 'outcome',
        label: locale === 'zh' ? '上一环节的结论' : 'Outcome of the activity before',
        type: 'string' as const,
        kind: 'text' as const,
        choices: [
          { value: 'approved', label: locale === 'zh' ? '同意' : 'Approved' },
          { value: 'rejected', label: locale === 'zh' ? '驳回' : 'Rejected' },
        ],
      },
      { name: 'round', label: locale === 'zh' ? '第几轮' : 'Round', type: 'number' as const, kind: 'number' as const },
    ];
  }, [fields, locale]);
}
