'use client';

import { Select } from '@mantine/core';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';
import type { Element } from 'bpmn-js/lib/model/Types';
import { useTranslations } from 'next-intl';
import { useDesigner } from '../designer-context';

/** Chooses another human activity of the model. */
export function ActivitySelect({ exceptId, value, onChange }: { exceptId: string; value: string; onChange(id: string): void }) {
  const t = useTranslations('designer');
  const { modeler } = useDesigner();
  const data = modeler
    .get<ElementRegistry>('elementRegistry')
    .filter((element) => is(element as Element, 'bpmn:UserTask') && element.id !== exceptId && (element as Element).type !== 'label')
    .map((element) => ({
      value: element.id,
      label: (getBusinessObject(element as Element).get('name') as string | undefined) || t('unnamed'),
    }));
  return (
    <Select
      size="xs"
      aria-label={t('ruleKind.sameAs')}
      placeholder={t('chooseActivity')}
      value={value || null}
      data={data}
      onChange={(next) => onChange(next ?? '')}
    />
  );
}
