'use client';

import { Button, Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { FieldIcon } from '@/components/form-builder/field-icons';
import type { FormSchema } from '@/forms/schema/schema';
import { fieldAccessLevels } from '@/lib/bpmn/settings';
import { useDesigner } from './designer-context';
import { ColumnMenu, LevelCell, OperationCell, RowMenu } from './matrix-cells';
import { type MatrixColumn, useMatrixColumns } from './matrix-columns';
import { matrixRows, type MatrixRow } from './matrix-rows';
import classes from './access-matrix.module.css';

/** Activity × field: who sees, who changes what. The server lets through what stands here; a hidden value never leaves it. */
export function AccessMatrix({ opened, onClose }: { opened: boolean; onClose(): void }) {
  const t = useTranslations('designer');
  const locale = useLocale();
  const { form } = useDesigner();
  const [search, setSearch] = useState('');
  const columns = useMatrixColumns();
  const rows = form ? matrixRows(form, locale, search) : [];
  return (
    <Modal opened={opened} onClose={onClose} fullScreen title={t('matrixTitle')} classNames={{ title: classes.modalTitle ?? '' }}>
      <div className={classes.tools}>
        <TextInput
          size="xs"
          leftSection={<IconSearch size={14} stroke={1.5} />}
          aria-label={t('findField')}
          placeholder={t('findField')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <dl className={classes.legend}>
          {fieldAccessLevels.map((level) => (
            <div key={level}>
              <dt className={classes.level} data-level={level}>
                {t(`level.${level}`)}
              </dt>
              <dd>{t(`levelNote.${level}`)}</dd>
            </div>
          ))}
        </dl>
      </div>
      {!form ? (
        <p className={classes.empty}>{t('noForm')}</p>
      ) : rows.length === 0 ? (
        <p className={classes.empty}>{t('nothingFound', { text: search.trim() })}</p>
      ) : (
        <Table form={form} rows={rows} columns={columns} />
      )}
      <footer className={classes.foot}>
        <span>{t('matrixHint')}</span>
        <Button onClick={onClose}>{t('backToFlow')}</Button>
      </footer>
    </Modal>
  );
}

// helpers //////////////////////

function Table({ form, rows, columns }: { form: FormSchema; rows: readonly MatrixRow[]; columns: readonly MatrixColumn[] }) {
  const t = useTranslations('designer');
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('matrixField')}</th>
            {columns.map((column) => (
              <th key={column.id} scope="col">
                <span className={classes.head}>
                  <span>{column.name}</span>
                  <ColumnMenu column={column} columns={columns} />
                </span>
                <small>{column.who}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.kind}-${row.id}`} className={row.kind === 'section' ? classes.sectionRow : undefined}>
              <th scope="row" data-indent={row.kind === 'rowOperation' || (row.kind === 'field' && row.tableId !== null) || undefined}>
                <span className={classes.rowHead}>
                  {row.kind === 'field' && <FieldIcon type={row.type} />}
                  <span>{row.kind === 'rowOperation' ? t(`rowOperation.${row.operation}`) : row.label}</span>
                  {row.kind !== 'rowOperation' && <RowMenu form={form} columns={columns} row={row} />}
                </span>
              </th>
              {columns.map((column) => (
                <td key={column.id}>
                  {row.kind === 'rowOperation' ? (
                    <OperationCell form={form} column={column} row={row} />
                  ) : (
                    <LevelCell form={form} column={column} row={row} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
