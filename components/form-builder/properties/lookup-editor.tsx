'use client';

import { Select, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { ExpressionEditor } from '@/components/expression/expression-editor';
import { RESPONSE_NAMES } from '@/components/expression/response-names';
import { useTRPC } from '@/components/shell/trpc';
import { EditableRows } from '@/components/ui/editable-rows';
import type { Field } from '@/forms/schema/schema';
import { isComputed } from '@/forms/schema/walk';
import { localText } from '@/lib/json';
import { useBuilder } from '../builder-context';
import { allFields } from '../state/locate';
import { Group } from './parts';
import classes from './properties.module.css';
import type { Update } from './update';

type TextField = Extract<Field, { type: 'text' }>;
type Lookup = NonNullable<TextField['lookup']>;
type Props = {
  field: TextField /** Id of the sub-table it is a column of. */;
  inSubTable: string | null;
  update: Update;
};

/** Asks a registered system about what was typed, and fills other fields from its answer. */
export function LookupEditor({ field, inSubTable, update }: Props) {
  const t = useTranslations('builder.lookup');
  const trpc = useTRPC();
  const { lookup } = field;
  const { data: connectors } = useQuery(trpc.connector.list.queryOptions(undefined, { staleTime: 60_000 }));
  const usable = (connectors ?? []).filter((connector) => !connector.disabled || connector.id === lookup?.connectorId);
  const locale = useLocale();
  const write = (part: Partial<Lookup>, tag?: string) => lookup && update({ lookup: { ...lookup, ...part } }, tag);
  return (
    <Group title={t('title')}>
      <Switch
        size="xs"
        label={t('on')}
        description={usable.length === 0 ? t('noConnector') : t('hint')}
        disabled={usable.length === 0 && !lookup}
        checked={lookup !== undefined}
        onChange={(event) =>
          update({
            lookup: event.currentTarget.checked && usable[0] ? { connectorId: usable[0].id, path: `/{${field.key}}`, fill: [] } : undefined,
          })
        }
      />
      {lookup && (
        <>
          <Select
            size="xs"
            allowDeselect={false}
            label={t('connector')}
            value={lookup.connectorId}
            data={usable.map((connector) => ({ value: connector.id, label: localText(connector.name, locale) || connector.code }))}
            onChange={(connectorId) => connectorId && write({ connectorId })}
          />
          <TextInput
            size="xs"
            label={t('path')}
            description={t('pathHint', { slot: `{${field.key}}` })}
            error={lookup.path.includes(`{${field.key}}`) ? null : t('pathWithout', { slot: `{${field.key}}` })}
            maxLength={500}
            value={lookup.path}
            onChange={(event) => write({ path: event.currentTarget.value }, 'lookup-path')}
          />
          <Fills fieldId={field.id} inSubTable={inSubTable} fill={lookup.fill} onChange={(fill) => write({ fill }, 'lookup-fill')} />
        </>
      )}
    </Group>
  );
}

// helpers //////////////////////

type FillsProps = { fieldId: string; inSubTable: string | null; fill: Lookup['fill']; onChange(fill: Lookup['fill']): void };

function Fills({ fieldId, inSubTable, fill, onChange }: FillsProps) {
  const t = useTranslations('builder.lookup');
  const locale = useLocale();
  const { schema } = useBuilder();
  // A column fills the other columns of its row, and the fields of the form.
  const table = allFields(schema).find((field) => field.id === inSubTable);
  const near = [...(table?.type === 'subTable' ? table.columns : []), ...allFields(schema)];
  const targets = near.filter((field) => field.id !== fieldId && field.type !== 'subTable' && !isComputed(field));
  const free = targets.find((target) => !fill.some(({ field }) => field === target.id || field === target.key));
  const idOf = (name: string) => targets.find((target) => target.id === name || target.key === name)?.id ?? null;
  return (
    <>
      <EditableRows
        rows={fill}
        onChange={onChange}
        removeLabel={(index) => t('remove', { number: index + 1 })}
        addLabel={t('add')}
        isFull={!free || fill.length >= 30}
        blank={() => ({ field: free?.id ?? '', expression: `response.${free?.key}` })}
        head={({ row, index, replace }) => (
          <Select
            size="xs"
            searchable
            allowDeselect={false}
            aria-label={t('target', { number: index + 1 })}
            value={idOf(row.field)}
            data={targets.map((target) => ({ value: target.id, label: localText(target.label, locale) || target.key }))}
            onChange={(field) => field && replace({ ...row, field })}
          />
        )}
      >
        {({ row, index, replace }) => (
          <ExpressionEditor
            singleLine
            ariaLabel={t('from', { number: index + 1 })}
            names={RESPONSE_NAMES}
            value={row.expression}
            onChange={(expression) => replace({ ...row, expression: expression || 'null' })}
          />
        )}
      </EditableRows>
      <p className={classes.hint}>{t('fillHint')}</p>
    </>
  );
}
