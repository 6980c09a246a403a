'use client';

import { TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ExpressionEditor } from '@/components/expression/expression-editor';
import { RESPONSE_NAMES } from '@/components/expression/response-names';
import { EditableRows } from '@/components/ui/editable-rows';
import type { ServiceTaskSettings } from '@/lib/bpmn/settings';
import { PanelSection } from './panel-section';

type Errors = ServiceTaskSettings['errors'];

/** Which answers are a business error that the flow can catch, and under which code. */
export function ServiceErrors({ errors, onChange }: { errors: Errors; onChange(errors: Errors): void }) {
  const t = useTranslations('designer');
  return (
    <PanelSection title={t('businessErrors')}>
      <EditableRows
        rows={errors}
        onChange={onChange}
        removeLabel={() => t('removeRow')}
        addLabel={t('addError')}
        blank={() => ({ when: 'status = 409', code: 'CONFLICT' })}
        head={({ row, replace }) => (
          <TextInput
            size="xs"
            aria-label={t('errorCode')}
            placeholder={t('errorCode')}
            value={row.code}
            onChange={(event) => replace({ ...row, code: event.currentTarget.value })}
          />
        )}
      >
        {({ row, replace }) => (
          <ExpressionEditor
            singleLine
            ariaLabel={t('errorWhen')}
            names={RESPONSE_NAMES}
            expect="boolean"
            value={row.when}
            onChange={(when) => replace({ ...row, when })}
          />
        )}
      </EditableRows>
    </PanelSection>
  );
}
