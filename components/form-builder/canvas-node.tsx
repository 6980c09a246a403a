'use client';

import { ActionIcon } from '@mantine/core';
import { IconCopy, IconTrash } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';
import type { FormNode, ScalarField, SubTableField } from '@/forms/schema/schema';
import { localText } from '@/lib/json';
import { useBuilder } from './builder-context';
import { FieldIcon } from './field-icons';
import type { Place } from './state/locate';
import { isField } from './state/locate';
import { duplicateNode, nudgeNode, removeNode } from './state/operations';
import { useDropZone } from './use-drop-zone';
import classes from './canvas.module.css';

/** One field on the paper. Alt with the arrow keys moves it, Delete takes it away, Ctrl/⌘ D copies it. */
export function CanvasNode({ node, place }: { node: FormNode; place: Place }) {
  const { selectedId } = useBuilder();
  const { ref, over } = useDropZone<HTMLDivElement>(place, { edges: true, dragId: node.id });
  const span = isField(node) ? node.span : 12;
  return (
    <div ref={ref} className={classes.cell} data-span={span} data-over={over ?? undefined}>
      <NodeButton node={node} />
      {node.type === 'subTable' && <SubTableColumns table={node} sectionId={place.sectionId} />}
      {selectedId === node.id && <NodeTools id={node.id} />}
    </div>
  );
}

// helpers //////////////////////

function NodeButton({ node }: { node: FormNode | ScalarField }) {
  const t = useTranslations('builder');
  const locale = useLocale() === 'en' ? 'en' : 'zh';
  const { selectedId, select, problems } = useBuilder();
  const onKeyDown = useNodeKeys(node.id);
  const broken = problems.some((problem) => problem.fieldId === node.id && problem.level === 'error');
  const label =
    node.type === 'divider'
      ? t('type.divider')
      : node.type === 'description'
        ? localText(node.text, locale)
        : localText(node.label, locale);
  return (
    <button
      type="button"
      className={classes.node}
      data-node-id={node.id}
      data-selected={selectedId === node.id || undefined}
      data-broken={broken || undefined}
      aria-pressed={selectedId === node.id}
      onClick={() => select(node.id)}
      onKeyDown={onKeyDown}
    >
      <FieldIcon type={node.type} />
      <span className={classes.nodeLabel}>
        {label || t('unnamed')}
        {isField(node) && node.required && <span className={classes.star}> *</span>}
      </span>
      <span className={classes.nodeType}>{t(`type.${node.type}`)}</span>
    </button>
  );
}

function NodeTools({ id }: { id: string }) {
  const t = useTranslations('builder');
  const { schema, change, select } = useBuilder();
  return (
    <div className={classes.nodeTools}>
      <ActionIcon
        size="sm"
        variant="transparent"
        aria-label={t('duplicate')}
        onClick={() => {
          const copy = duplicateNode(schema, id);
          change(() => copy.schema);
          if (copy.copyId) select(copy.copyId);
        }}
      >
        <IconCopy size={14} stroke={1.5} />
      </ActionIcon>
      <ActionIcon
        size="sm"
        variant="transparent"
        aria-label={t('remove')}
        onClick={() => {
          change((current) => removeNode(current, id));
          select(null);
        }}
      >
        <IconTrash size={14} stroke={1.5} />
      </ActionIcon>
    </div>
  );
}

function SubTableColumns({ table, sectionId }: { table: SubTableField; sectionId: string }) {
  return (
    <div className={classes.columns}>
      {table.columns.map((column, index) => (
        <Column key={column.id} column={column} place={{ sectionId, subTableId: table.id, index }} />
      ))}
      <ColumnEnd place={{ sectionId, subTableId: table.id, index: table.columns.length }} />
    </div>
  );
}

function Column({ column, place }: { column: ScalarField; place: Place }) {
  const { selectedId } = useBuilder();
  const { ref, over } = useDropZone<HTMLDivElement>(place, { edges: true, dragId: column.id });
  return (
    <div ref={ref} className={classes.column} data-over={over ?? undefined}>
      <NodeButton node={column} />
      {selectedId === column.id && <NodeTools id={column.id} />}
    </div>
  );
}

function ColumnEnd({ place }: { place: Place }) {
  const t = useTranslations('builder');
  const { ref, over } = useDropZone<HTMLDivElement>(place, { edges: false });
  return (
    <div ref={ref} className={classes.columnEnd} data-over={over !== null || undefined}>
      {t('dropColumn')}
    </div>
  );
}

export function useNodeKeys(id: string): (event: KeyboardEvent) => void {
  const t = useTranslations('builder');
  const { schema, change, select, announce } = useBuilder();
  return (event) => {
    const step =
      event.key === 'ArrowUp' || event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowDown' || event.key === 'ArrowRight' ? 1 : 0;
    if (event.altKey && step !== 0) {
      change((current) => nudgeNode(current, id, step));
      announce(t('moved'));
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      change((current) => removeNode(current, id));
      select(null);
      announce(t('removed'));
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd') {
      const copy = duplicateNode(schema, id);
      change(() => copy.schema);
      if (copy.copyId) select(copy.copyId);
    } else return;
    event.preventDefault();
  };
}
