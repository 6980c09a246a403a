'use client';

import { Select, Switch, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ExpressionEditor } from '@/components/expression/expression-editor';
import type { Field } from '@/forms/schema/schema';
import { useBuilder } from '../builder-context';
import { updateNode } from '../state/operations';
import { useNames } from '../use-names';
import { DefaultEditor } from './default-editor';
import { Group, LocalTextInput, orNothing } from './parts';
import { RulesEditor } from './rules-editor';
import { TypeProperties } from './type-properties';

const SPANS = [3, 4, 6, 8, 9, 12];
const COMPUTED = new Set<Field['type']>(['formula', 'autoNumber']);
const CONDITIONS = ['visibleWhen', 'requiredWhen', 'editableWhen'] as const;

/** Everything about one field or column: names, its kind's own settings, default, conditions, checks. */
export function FieldProperties({ field, inSubTable }: { field: Field; inSubTable: string | null }) {
  const t = useTranslations('builder');
  const { change } = useBuilder();
  const names = useNames(inSubTable);
  const update = (part: object, tag?: string) =>
    change((schema) => updateNode(schema, field.id, part), tag ? `${tag}-${field.id}` : undefined);
  const computed = COMPUTED.has(field.type);
  const conditions = computed ? (['visibleWhen'] as const) : CONDITIONS;
  return (
    <>
      <Group title={t(`type.${field.type}`)}>
        <LocalTextInput
          label={t('label')}
          value={field.label}
          onChange={(label) => update({ label, ...(follows(field) ? { key: keyOf(label.zh) || field.key } : {}) }, 'label')}
        />
        <TextInput
          size="xs"
          label={t('key')}
          description={t('keyHint')}
          value={field.key}
          onChange={(event) => update({ key: event.currentTarget.value.normalize('NFC') }, 'key')}
        />
        <LocalTextInput label={t('help')} value={field.help} onChange={(help) => update({ help: orNothing(help) }, 'help')} />
        {inSubTable === null && (
          <Select
            size="xs"
            label={t('width')}
            allowDeselect={false}
            value={String(field.span)}
            onChange={(span) => span && update({ span: Number(span) })}
            data={[...new Set([...SPANS, field.span])]
              .sort((a, b) => a - b)
              .map((span) => ({ value: String(span), label: t('spanOf', { span }) }))}
          />
        )}
        {!computed && (
          <Switch
            size="xs"
            label={t('required')}
            checked={field.required ?? false}
            onChange={(event) => update({ required: event.currentTarget.checked || undefined })}
          />
        )}
      </Group>
      <TypeProperties field={field} names={names} update={update} />
      {!computed && field.type !== 'subTable' && field.type !== 'file' && field.type !== 'image' && (
        <Group title={t('default')}>
          <DefaultEditor field={field} names={names} onChange={(value) => update({ default: value })} />
        </Group>
      )}
      {conditions.map((condition) => (
        <Group key={condition} title={t(condition)}>
          <ExpressionEditor
            ariaLabel={t(condition)}
            names={names}
            expect="boolean"
            value={field[condition] ?? ''}
            onChange={(source) => update({ [condition]: source.trim() ? source : undefined })}
          />
        </Group>
      ))}
      {!computed && (
        <RulesEditor
          rules={field.rules ?? []}
          names={names}
          onChange={(rules) => update({ rules: rules.length > 0 ? rules : undefined })}
        />
      )}
    </>
  );
}

// helpers //////////////////////

/** A key that was never touched follows its label. */
function follows(field: Field): boolean {
  return field.key === keyOf(field.label.zh);
}

function keyOf(label: string): string {
  return label
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_]/gu, '')
    .replace(/^\p{N}+/u, '');
}
