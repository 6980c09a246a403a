'use client';

import { Select, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ExpressionEditor } from '@/components/expression/expression-editor';
import { RESPONSE_NAMES } from '@/components/expression/response-names';
import { EditableRows } from '@/components/ui/editable-rows';
import type { ServiceTaskSettings } from '@/lib/bpmn/settings';
import { FieldSelect } from './field-select';
import { PanelSection } from './panel-section';

type Output = ServiceTaskSettings['output'];

/** What is taken from the answer, and into which field or variable. */
export function ServiceOutput({ output, onChange }: { output: Output; onChange(output: Output): void }) {
  const t = useTranslations('designer');
  return (
    <PanelSection title={t('output')}>
      <EditableRows
        rows={output}
        onChange={onChange}
        removeLabel={() => t('removeRow')}
        addLabel={t('addOutput')}
        blank={(): Output[number] => ({ target: 'field', name: '', expression: 'response' })}
        head={({ row, replace }) => (
          <Select
            size="xs"
            allowDeselect={false}
            aria-label={t('outputTarget')}
            value={row.target}
            data={(['field', 'variable'] as const).map((value) => ({ value, label: t(`target.${value}`) }))}
            onChange={(target) => target && replace({ ...row, target, name: '' })}
          />
        )}
      >
        {({ row, replace }) => (
          <>
            {row.target === 'field' ? (
              <FieldSelect value={row.name} onChange={(name) => replace({ ...row, name })} />
            ) : (
              <TextInput
                size="xs"
                aria-label={t('variableName')}
                placeholder={t('variableName')}
                value={row.name}
                onChange={(event) => replace({ ...row, name: event.currentTarget.value })}
              />
            )}
            <ExpressionEditor
              singleLine
              ariaLabel={t('outputValue')}
              names={RESPONSE_NAMES}
              value={row.expression}
              onChange={(expression) => replace({ ...row, expression })}
            />
          </>
        )}
      </EditableRows>
    </PanelSection>
  );
}
