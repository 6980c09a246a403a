'use client';

import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import { feelNames } from '@/forms/schema/feel';
import type { Field } from '@/forms/schema/schema';
import type { FeelType } from '@/lib/expression/types';
import { localText } from '@/lib/json';
import { useDesigner } from './designer-context';

export type NamedField = { name: string; label: string; type: FeelType };

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
export function useFormNames(): NamedField[] {
  const { form } = useDesigner();
  const locale = useLocale() === 'en' ? 'en' : 'zh';
  const fields = useFormFields();
  return useMemo(() => {
    const types = form ? feelNames(form) : {};
    const own = fields.map((field) => ({
      name: field.key,
      label: localText(field.label, locale),
      type: types[field.key] ?? 'any',
    }));
    return [
      ...own,
      { name: 'outcome', label: locale === 'zh' ? '上一环节的结论' : 'Outcome of the activity before', type: 'string' as const },
      { name: 'round', label: locale === 'zh' ? '第几轮' : 'Round', type: 'number' as const },
    ];
  }, [form, fields, locale]);
}
