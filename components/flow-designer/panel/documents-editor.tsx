'use client';

import { MultiSelect, Switch, TextInput } from '@mantine/core';
import { getBusinessObject, isAny } from 'bpmn-js/lib/util/ModelUtil';
import type { Element } from 'bpmn-js/lib/model/Types';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import { useTranslations } from 'next-intl';
import { WholeInput } from '@/components/ui/whole-input';
import { EditableRows } from '@/components/ui/editable-rows';
import { FormatsInput } from '@/components/ui/formats-input';
import { newFieldId } from '@/forms/schema/ids';
import type { ProcessSettings } from '@/lib/bpmn/settings';
import { useDesigner } from '../designer-context';
import { PanelRow, PanelSection } from './panel-section';

type DocumentType = ProcessSettings['documents'][number];

/** The document attachments of a process: which, in which formats, required or not, added at which activities. */
export function DocumentsEditor({
  documents,
  onChange,
}: {
  documents: readonly DocumentType[];
  onChange(documents: DocumentType[]): void;
}) {
  const t = useTranslations('designer');
  const places = usePlaces();
  return (
    <PanelSection title={t('documents')}>
      <EditableRows
        rows={documents}
        onChange={onChange}
        rowKey={(type) => type.id}
        removeLabel={() => t('removeRow')}
        addLabel={t('addDocument')}
        blank={() => ({
          id: newFieldId(),
          name: { zh: '', en: '' },
          required: false,
          formats: [],
          maxCount: 5,
          addedAt: places[0] ? [places[0].value] : [],
        })}
        head={({ row, replace }) => (
          <TextInput
            size="xs"
            aria-label={t('documentName.zh')}
            placeholder={t('documentName.zh')}
            value={row.name.zh}
            onChange={(event) => replace({ ...row, name: { ...row.name, zh: event.currentTarget.value } })}
          />
        )}
      >
        {({ row: type, replace }) => (
          <>
            <TextInput
              size="xs"
              aria-label={t('documentName.en')}
              placeholder={t('documentName.en')}
              value={type.name.en}
              onChange={(event) => replace({ ...type, name: { ...type.name, en: event.currentTarget.value } })}
            />
            <Switch
              size="xs"
              label={t('documentRequired')}
              checked={type.required}
              onChange={(event) => replace({ ...type, required: event.currentTarget.checked })}
            />
            <PanelRow label={t('documentCount')}>
              <WholeInput
                min={1}
                max={50}
                aria-label={t('documentCount')}
                value={type.maxCount}
                onChange={(maxCount) => replace({ ...type, maxCount })}
              />
            </PanelRow>
            <FormatsInput
              aria-label={t('documentFormats')}
              placeholder={t('documentFormats')}
              known={['pdf', 'docx', 'xlsx', 'pptx', 'png', 'jpg', 'zip']}
              value={type.formats}
              onChange={(formats) => replace({ ...type, formats })}
            />
            <MultiSelect
              size="xs"
              aria-label={t('documentAddedAt')}
              placeholder={t('documentAddedAt')}
              data={places}
              value={type.addedAt}
              onChange={(addedAt) => replace({ ...type, addedAt })}
            />
          </>
        )}
      </EditableRows>
    </PanelSection>
  );
}

// helpers //////////////////////

function usePlaces() {
  const t = useTranslations('designer');
  const { modeler } = useDesigner();
  return modeler
    .get<ElementRegistry>('elementRegistry')
    .filter((element) => isAny(element as Element, ['bpmn:StartEvent', 'bpmn:UserTask']) && (element as Element).type !== 'label')
    .map((element) => ({
      value: element.id,
      label: (getBusinessObject(element as Element).get('name') as string | undefined) || t('unnamed'),
    }));
}
