'use client';

import { Button, Group as Row, Switch } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Section } from '@/forms/schema/schema';
import { useBuilder } from '../builder-context';
import { moveSection, removeSection, updateSection } from '../state/operations';
import { useNames } from '../use-names';
import { ConditionsEditor } from './conditions-editor';
import { Group, LocalTextInput } from './parts';

export function SectionProperties({ section }: { section: Section }) {
  const t = useTranslations('builder');
  const { schema, change, select } = useBuilder();
  const names = useNames(null);
  const update = (part: Partial<Section>, tag?: string) => change((current) => updateSection(current, section.id, part), tag);
  return (
    <>
      <Group title={t('section')}>
        <LocalTextInput label={t('title')} value={section.label} onChange={(label) => update({ label }, `section-${section.id}`)} />
        <Switch
          size="xs"
          label={t('collapsible')}
          checked={section.collapsible ?? false}
          onChange={(event) => update({ collapsible: event.currentTarget.checked || undefined })}
        />
        <Row gap="xs">
          <Button size="compact-xs" variant="default" onClick={() => change((current) => moveSection(current, section.id, -1))}>
            {t('moveUp')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => change((current) => moveSection(current, section.id, 1))}>
            {t('moveDown')}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            disabled={schema.sections.length === 1}
            onClick={() => {
              change((current) => removeSection(current, section.id));
              select(null);
            }}
          >
            {t('remove')}
          </Button>
        </Row>
      </Group>
      <ConditionsEditor
        conditions={['visibleWhen']}
        values={section}
        names={names}
        inSubTable={null}
        onChange={(_, source) => update({ visibleWhen: source }, `section-when-${section.id}`)}
      />
    </>
  );
}
