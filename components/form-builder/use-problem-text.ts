'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { FormProblem } from '@/forms/schema/lint';
import type { FormSchema } from '@/forms/schema/schema';
import { allFields } from '@/forms/schema/walk';
import { errorMessage } from '@/lib/expression/message';
import type { ExpressionError } from '@/lib/expression/types';
import type { Issue } from '@/lib/errors';
import { localText } from '@/lib/json';
import { useBuilder } from './builder-context';

type Finding = Issue | FormProblem;

/** A finding of the form's checks in the reader's words. */
export function useProblemText(): (finding: Finding) => string {
  const t = useTranslations('builder.problem');
  const errors = useTranslations('errors');
  const expression = useTranslations('expression');
  return useCallback(
    ({ code, params = {} }) => {
      const reason = String(params.reason ?? '');
      if (reason.startsWith('EXPR_'))
        return t('expression', {
          // The position is marked in the editor itself.
          text: errorMessage({ code: reason as ExpressionError['code'], from: 0, to: 0, params }, (key, values) =>
            expression(key as never, values as never),
          ),
        });
      const slots = { ...SLOTS, ...params };
      return t.has(code as never) ? t(code as never, slots as never) : errors(code as never, slots as never);
    },
    [t, errors, expression],
  );
}

/** The same with the field in front that it is about. */
export function useProblemLine(): (finding: Finding) => string {
  const t = useTranslations('builder');
  const locale = useLocale();
  const { schema } = useBuilder();
  const text = useProblemText();
  return useCallback(
    (finding) => {
      const id = 'fieldId' in finding ? finding.fieldId : finding.path;
      const label = id === null ? null : labelOf(schema, id, locale);
      return label === null ? text(finding) : t('problemAt', { label, text: text(finding) });
    },
    [schema, locale, text, t],
  );
}

// helpers //////////////////////

/** A text whose slot a finding does not fill says "…" there. */
const SLOTS = {
  reason: '',
  kind: '',
  part: '…',
  key: '…',
  name: '…',
  names: '…',
  max: '…',
  count: 0,
  field: '…',
  process: '…',
  element: '…',
  value: '…',
  from: '…',
  to: '…',
  min: '…',
  scale: '…',
  option: '…',
  language: 'en',
  type: '…',
  required: 'no',
  number: 0,
};

function labelOf(schema: FormSchema, idOrPath: string, locale: 'zh' | 'en'): string | null {
  const place = /^sections\[(\d+)\]\.children\[(\d+)\](?:\.columns\[(\d+)\])?/.exec(idOrPath);
  const node = place ? schema.sections[Number(place[1])]?.children[Number(place[2])] : undefined;
  const byPath = node?.type === 'subTable' && place?.[3] !== undefined ? node.columns[Number(place[3])] : node;
  const field = byPath ?? allFields(schema).find(({ field: { id } }) => id === idOrPath)?.field;
  return field && 'label' in field && field.label ? localText(field.label, locale) || null : null;
}
