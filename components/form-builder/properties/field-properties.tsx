'use client';

import { Select, Switch } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { kindred } from '@/forms/schema/kindred';
import type { Field } from '@/forms/schema/schema';
import { isComputed } from '@/forms/schema/walk';
import { localText } from '@/lib/json';
import { useBuilder } from '../builder-context';
import { isPublished, relabel } from '../state/field-key';
import { changeType, updateNode } from '../state/operations';
import { useNames } from '../use-names';
import { ConditionsEditor } from './conditions-editor';
import { DefaultEditor } from './default-editor';
import { KeyInput } from './key-input';
import { Group, LocalTextInput, orNothing } from './parts';
import { RulesEditor } from './rules-editor';
import { TypeProperties } from './type-properties';
import { UsedIn } from './used-in';
import type { Update } from './update';

const SPANS = [3, 4, 6, 8, 9, 12];
const WITHOUT_DEFAULT = new Set<Field['type']>(['subTable', 'file', 'image', 'formula', 'autoNumber']);

/** Everything about one field or column: names, its kind's own settings, default, conditions, checks. */
export function FieldProperties({ field, inSubTable }: { field: Field; inSubTable: string | null }) {
  const t = useTranslations('builder');
  const locale = useLocale();
  const { live, change } = useBuilder();
  const names = useNames(inSubTable);
  const others = names.filter((name) => name.name !== field.key);
  const update: Update = (part, tag) => change((schema) => updateNode(schema, field.id, part), tag ? `${tag}-${field.id}` : undefined);
  const computed = isComputed(field);
  const kinds = kindred(field.type);
  return (
    <>
      <Group title={localText(field.label, locale) || field.key} kind={t(`type.${field.type}`)}>
        <LocalTextInput
          label={t('label')}
          value={field.label}
          onChange={(label) =>
            change((schema) => relabel(schema, field, { label, published: isPublished(live, field.id) }), `label-${field.id}`)
          }
        />
        <KeyInput field={field} />
        {kinds.length > 1 && (
          <Select
            size="xs"
            label={t('shownAs')}
            allowDeselect={false}
            value={field.type}
            data={kinds.map((type) => ({ value: type, label: t(`type.${type}`) }))}
            onChange={(type) => type && change((schema) => changeType(schema, field.id, type))}
          />
        )}
        <LocalTextInput label={t('help')} value={field.help} onChange={(help) => update({ help: orNothing(help) }, 'help')} />
        {inSubTable === null && field.type !== 'subTable' && (
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
      <TypeProperties field={field} names={others} inSubTable={inSubTable} update={update} />
      {!WITHOUT_DEFAULT.has(field.type) && (
        <Group title={t('default')}>
          <DefaultEditor field={field} names={others} inSubTable={inSubTable} onChange={(value) => update({ default: value })} />
        </Group>
      )}
      <ConditionsEditor
        conditions={computed ? ['visibleWhen'] : ['visibleWhen', 'requiredWhen', 'editableWhen']}
        values={field}
        names={others}
        inSubTable={inSubTable}
        onChange={(condition, source) => update({ [condition]: source }, condition)}
      />
      {!computed && (
        <RulesEditor
          rules={field.rules ?? []}
          names={names}
          inSubTable={inSubTable}
          onChange={(rules) => update({ rules: rules.length > 0 ? rules : undefined }, 'rules')}
        />
      )}
      <UsedIn fieldId={field.id} />
    </>
  );
}
