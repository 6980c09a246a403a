'use client';

import { Select, Switch, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { WholeInput } from '@/components/ui/whole-input';
import type { Field } from '@/forms/schema/schema';
import { LookupEditor } from './lookup-editor';
import { Group, LocalTextInput, orNothing } from './parts';
import type { Update } from './update';

type TextField = Extract<Field, { type: 'text' | 'textarea' }>;
type Props = { field: TextField; inSubTable: string | null; update: Update };

const PATTERNS = ['phone', 'email', 'idCard', 'creditCode', 'postcode', 'bankCard', 'url', 'custom'] as const;

/** Length, format and look of a text; a short one can also be unique and ask another system. */
export function TextProperties({ field, inSubTable, update }: Props) {
  const t = useTranslations('builder');
  return (
    <>
      <Group title={t('format')}>
        {(['minLength', 'maxLength'] as const).map((limit) => (
          <WholeInput
            key={limit}
            isOptional
            label={t(limit)}
            min={limit === 'minLength' ? 0 : 1}
            max={100_000}
            value={field[limit]}
            onChange={(value) => update({ [limit]: value }, limit)}
          />
        ))}
        {field.type === 'textarea' && (
          <WholeInput isOptional label={t('textRows')} min={2} max={20} value={field.rows} onChange={(rows) => update({ rows })} />
        )}
        {field.type === 'text' && <Pattern field={field} update={update} />}
        <LocalTextInput
          label={t('placeholder')}
          value={field.placeholder}
          onChange={(placeholder) => update({ placeholder: orNothing(placeholder) }, 'placeholder')}
        />
      </Group>
      {field.type === 'text' && <LookupEditor field={field} inSubTable={inSubTable} update={update} />}
    </>
  );
}

// helpers //////////////////////

function Pattern({ field, update }: { field: Extract<TextField, { type: 'text' }>; update: Props['update'] }) {
  const t = useTranslations('builder');
  const { pattern } = field;
  return (
    <>
      <Select
        size="xs"
        clearable
        label={t('pattern')}
        placeholder={t('anyText')}
        value={pattern?.preset ?? null}
        data={PATTERNS.map((preset) => ({ value: preset, label: t(`patterns.${preset}`) }))}
        onChange={(preset) => update({ pattern: preset ? { preset } : undefined })}
      />
      {pattern?.preset === 'custom' && (
        <TextInput
          size="xs"
          label={t('patternSource')}
          description={t('patternHint')}
          value={pattern.source ?? ''}
          onChange={(event) => update({ pattern: { ...pattern, source: event.currentTarget.value } }, 'pattern')}
        />
      )}
      {pattern && (
        <LocalTextInput
          label={t('ruleMessage')}
          value={pattern.message}
          onChange={(message) => {
            const { message: _old, ...rest } = pattern;
            update({ pattern: { ...rest, ...(orNothing(message) ? { message } : {}) } }, 'pattern-message');
          }}
        />
      )}
      <Switch
        size="xs"
        label={t('unique')}
        description={t('uniqueHint')}
        checked={field.unique ?? false}
        onChange={(event) => update({ unique: event.currentTarget.checked || undefined })}
      />
    </>
  );
}
