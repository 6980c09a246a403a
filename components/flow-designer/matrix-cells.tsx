'use client';

import { Menu, UnstyledButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type AccessLevel, effectiveAccess } from '@/forms/access/access';
import type { FormSchema } from '@/forms/schema/schema';
import { fieldAccessLevels } from '@/lib/bpmn/settings';
import { commonLevel, withLevel, withRowOperation } from './matrix-access';
import type { MatrixColumn } from './matrix-columns';
import type { MatrixRow } from './matrix-rows';
import classes from './access-matrix.module.css';

const ALL = fieldAccessLevels;
const COMPUTED = ['hidden', 'masked', 'read'] as const;

type Cell = { form: FormSchema; column: MatrixColumn };

/** What an activity may do with a field, or with all fields of a section. */
export function LevelCell({ form, column, row }: Cell & { row: Extract<MatrixRow, { kind: 'field' | 'section' }> }) {
  const t = useTranslations('designer');
  const ids = row.kind === 'section' ? row.fieldIds : [row.id];
  const { fields } = effectiveAccess(form, column.access);
  const level = row.kind === 'section' ? commonLevel(form, column.access, ids) : (fields[row.id] ?? 'hidden');
  const covered = row.kind === 'field' && row.tableId !== null && isCovered(fields[row.tableId]);
  const said = t(level === 'mixed' ? 'mixed' : `level.${level}`);
  return (
    <LevelMenu
      levels={row.kind === 'field' && row.computed ? COMPUTED : ALL}
      onChoose={(next) => column.write(withLevel(form, column.access, ids, next))}
    >
      <UnstyledButton
        className={classes.level}
        data-level={level}
        data-section={row.kind === 'section' || undefined}
        disabled={covered}
        title={covered ? t('covered') : undefined}
        aria-label={t('cell', { field: row.label, activity: column.name, level: said })}
      >
        {said}
      </UnstyledButton>
    </LevelMenu>
  );
}

export function OperationCell({ form, column, row }: Cell & { row: Extract<MatrixRow, { kind: 'rowOperation' }> }) {
  const t = useTranslations('designer');
  const { fields, rows } = effectiveAccess(form, column.access);
  const covered = isCovered(fields[row.subTableId]);
  const allowed = rows[row.subTableId]?.[row.operation] ?? false;
  return (
    <UnstyledButton
      className={classes.level}
      data-level={allowed ? 'edit' : 'read'}
      aria-pressed={allowed}
      disabled={covered}
      title={covered ? t('covered') : undefined}
      aria-label={t('cell', {
        field: `${row.label} ${t(`rowOperation.${row.operation}`)}`,
        activity: column.name,
        level: t(allowed ? 'can' : 'cannot'),
      })}
      onClick={() => column.write(withRowOperation(form, column.access, row.subTableId, row.operation))}
    >
      {t(allowed ? 'can' : 'cannot')}
    </UnstyledButton>
  );
}

/** One level for a field in every activity at once. */
export function RowMenu({
  form,
  columns,
  row,
}: {
  form: FormSchema;
  columns: readonly MatrixColumn[];
  row: Extract<MatrixRow, { kind: 'field' | 'section' }>;
}) {
  const t = useTranslations('designer');
  const ids = row.kind === 'section' ? row.fieldIds : [row.id];
  return (
    <LevelMenu
      label={t('everywhere')}
      levels={row.kind === 'field' && row.computed ? COMPUTED : ALL}
      onChoose={(level) => {
        for (const column of columns) column.write(withLevel(form, column.access, ids, level));
      }}
    >
      <UnstyledButton className={classes.more} aria-label={t('everywhereOf', { field: row.label })} title={t('everywhere')}>
        <IconDots size={14} stroke={1.5} />
      </UnstyledButton>
    </LevelMenu>
  );
}

/** All fields of an activity at once: one level, or as another activity has them. */
export function ColumnMenu({ column, columns }: { column: MatrixColumn; columns: readonly MatrixColumn[] }) {
  const t = useTranslations('designer');
  const others = columns.filter((other) => other.id !== column.id);
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes.more} aria-label={t('allOf', { activity: column.name })} title={t('allFields')}>
          <IconDots size={14} stroke={1.5} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('allFields')}</Menu.Label>
        {(['hidden', 'read', 'edit'] as const).map((level) => (
          <Menu.Item key={level} onClick={() => column.write({ fields: {}, default: level, rows: {} })}>
            {t(`level.${level}`)}
          </Menu.Item>
        ))}
        {others.length > 0 && <Menu.Divider />}
        {others.length > 0 && <Menu.Label>{t('copyFromActivity')}</Menu.Label>}
        {others.map((other) => (
          <Menu.Item key={other.id} onClick={() => column.write(other.access)}>
            {other.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

// helpers //////////////////////

/** A sub-table that is not shown has nothing in it to be set. */
function isCovered(table: AccessLevel | undefined): boolean {
  return table === 'hidden' || table === 'masked';
}

type MenuProps = { levels: readonly AccessLevel[]; label?: string; onChoose(level: AccessLevel): void; children: ReactNode };

function LevelMenu({ levels, label, onChoose, children }: MenuProps) {
  const t = useTranslations('designer');
  return (
    <Menu position="bottom" withinPortal>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        {label && <Menu.Label>{label}</Menu.Label>}
        {levels.map((level) => (
          <Menu.Item key={level} onClick={() => onChoose(level)}>
            {t(`level.${level}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
