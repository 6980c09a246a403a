'use client';

import { Button, Menu, Modal, TextInput, UnstyledButton } from '@mantine/core';
import { IconCopy, IconSearch } from '@tabler/icons-react';
import type { Element } from 'bpmn-js/lib/model/Types';
import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { defaultProcess, defaultSendTask, defaultUserTask } from '@/lib/bpmn/default-settings';
import { type FieldAccess, fieldAccessLevels } from '@/lib/bpmn/settings';
import { useDesigner } from './designer-context';
import { matrixRows, type MatrixRow } from './matrix-rows';
import { isWholeProcess } from './modeler/process';
import { rawSettings, updateSettings } from './modeler/settings';
import classes from './access-matrix.module.css';

type Column = { id: string; name: string; access: FieldAccess; write(access: FieldAccess): void };

/** Activity × field: who sees, who changes what. The server lets through what stands here; a hidden value never leaves it. */
export function AccessMatrix({ opened, onClose }: { opened: boolean; onClose(): void }) {
  const t = useTranslations('designer');
  const locale = useLocale();
  const { form } = useDesigner();
  const [filter, setFilter] = useState('');
  const columns = useColumns();
  const rows = form ? matrixRows(form, locale).filter((row) => row.kind === 'section' || row.label.includes(filter)) : [];
  return (
    <Modal opened={opened} onClose={onClose} fullScreen title={t('matrixTitle')} classNames={{ title: classes.modalTitle ?? '' }}>
      <div className={classes.tools}>
        <TextInput
          size="xs"
          leftSection={<IconSearch size={14} stroke={1.5} />}
          aria-label={t('findField')}
          placeholder={t('findField')}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
        <span className={classes.legend}>
          {fieldAccessLevels.map((level) => (
            <span key={level} className={classes.level} data-level={level}>
              {t(`level.${level}`)}
            </span>
          ))}
        </span>
      </div>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('matrixField')}</th>
              {columns.map((column) => (
                <th key={column.id} scope="col">
                  <span>{column.name}</span>
                  <CopyMenu column={column} columns={columns} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <MatrixLine key={`${row.kind}-${row.id}`} row={row} columns={columns} />
            ))}
          </tbody>
        </table>
      </div>
      <footer className={classes.foot}>
        <span>{t('matrixHint')}</span>
        <Button onClick={onClose}>{t('backToFlow')}</Button>
      </footer>
    </Modal>
  );
}

// helpers //////////////////////

/** The start event and every activity that shows the form, in the order in which they were drawn. */
function useColumns(): Column[] {
  const t = useTranslations('designer');
  const { modeler } = useDesigner();
  const registry = modeler.get<ElementRegistry>('elementRegistry');
  const elements = registry.filter((element) => (element as Element).type !== 'label') as Element[];
  const process = elements.find(isWholeProcess);
  const columns: Column[] = [];
  if (process) {
    const settings = { ...defaultProcess, ...rawSettings(process) };
    columns.push({
      id: process.id,
      name: t('matrixStart'),
      access: settings.startAccess,
      write: (startAccess) => updateSettings(modeler, process, { ...settings, startAccess }),
    });
  }
  for (const element of elements) {
    if (!is(element, 'bpmn:UserTask') && !is(element, 'bpmn:SendTask')) continue;
    const settings = { ...(is(element, 'bpmn:UserTask') ? defaultUserTask : defaultSendTask), ...rawSettings(element) };
    columns.push({
      id: element.id,
      name: (getBusinessObject(element).get('name') as string | undefined) || t('unnamed'),
      access: settings.access,
      write: (access) => updateSettings(modeler, element, { ...settings, access }),
    });
  }
  return columns;
}

function MatrixLine({ row, columns }: { row: MatrixRow; columns: readonly Column[] }) {
  const t = useTranslations('designer');
  if (row.kind === 'section') {
    return (
      <tr className={classes.sectionRow}>
        <th scope="rowgroup" colSpan={columns.length + 1}>
          {row.label}
        </th>
      </tr>
    );
  }
  return (
    <tr>
      <th scope="row" data-indent={row.indent}>
        {row.kind === 'rowOperation' ? t(`rowOperation.${row.operation}`) : row.label}
      </th>
      {columns.map((column) => (
        <td key={column.id}>
          {row.kind === 'field' ? <LevelCell row={row} column={column} /> : <OperationCell row={row} column={column} />}
        </td>
      ))}
    </tr>
  );
}

function LevelCell({ row, column }: { row: Extract<MatrixRow, { kind: 'field' }>; column: Column }) {
  const t = useTranslations('designer');
  const level = column.access.fields[row.id] ?? (row.computed && column.access.default === 'edit' ? 'read' : column.access.default);
  const levels = row.computed ? (['hidden', 'masked', 'read'] as const) : fieldAccessLevels;
  const write = (next: (typeof fieldAccessLevels)[number]) =>
    column.write({ ...column.access, fields: { ...column.access.fields, [row.id]: next } });
  return (
    <Menu position="bottom" withinPortal>
      <Menu.Target>
        <UnstyledButton
          className={classes.level}
          data-level={level}
          aria-label={t('cell', { field: row.label, activity: column.name, level: t(`level.${level}`) })}
        >
          {t(`level.${level}`)}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {levels.map((option) => (
          <Menu.Item key={option} onClick={() => write(option)}>
            {t(`level.${option}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function OperationCell({ row, column }: { row: Extract<MatrixRow, { kind: 'rowOperation' }>; column: Column }) {
  const t = useTranslations('designer');
  const whole = column.access.default === 'edit';
  const rows = column.access.rows[row.subTableId] ?? { add: whole, remove: whole, reorder: whole };
  const allowed = rows[row.operation];
  return (
    <UnstyledButton
      className={classes.level}
      data-level={allowed ? 'edit' : 'read'}
      aria-pressed={allowed}
      aria-label={t('cell', { field: t(`rowOperation.${row.operation}`), activity: column.name, level: t(allowed ? 'can' : 'cannot') })}
      onClick={() =>
        column.write({ ...column.access, rows: { ...column.access.rows, [row.subTableId]: { ...rows, [row.operation]: !allowed } } })
      }
    >
      {t(allowed ? 'can' : 'cannot')}
    </UnstyledButton>
  );
}

function CopyMenu({ column, columns }: { column: Column; columns: readonly Column[] }) {
  const t = useTranslations('designer');
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes.copy} aria-label={t('copyFrom', { activity: column.name })}>
          <IconCopy size={14} stroke={1.5} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('copyFromActivity')}</Menu.Label>
        {columns
          .filter((other) => other.id !== column.id)
          .map((other) => (
            <Menu.Item key={other.id} onClick={() => column.write(other.access)}>
              {other.name}
            </Menu.Item>
          ))}
        <Menu.Divider />
        <Menu.Item onClick={() => column.write({ fields: {}, default: 'read', rows: {} })}>{t('allRead')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
