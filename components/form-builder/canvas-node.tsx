'use client';

import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopy, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { FormNode, ScalarField, SubTableField } from '@/forms/schema/schema';
import { useBuilder } from './builder-context';
import { FieldHint } from './field-hint';
import { FieldIcon } from './field-icons';
import type { Place } from './state/locate';
import { isField } from './state/locate';
import { duplicateNode, nudgeNode, removeNode } from './state/operations';
import { useDropZone } from './use-drop-zone';
import { useNodeKeys } from './use-node-keys';
import { useNodeName } from './use-node-name';
import classes from './canvas.module.css';

/** One field on the paper. */
export function CanvasNode({ node, place }: { node: FormNode; place: Place }) {
  const { selectedId } = useBuilder();
  const { ref, over } = useDropZone<HTMLDivElement>(place, { edges: true, dragId: node.id });
  const span = isField(node) && node.type !== 'subTable' ? node.span : 12;
  return (
    <div
      ref={ref}
      className={classes.cell}
      style={{ '--span': span }}
      data-narrow={span <= 3 || undefined}
      data-over={over ?? undefined}
      data-selected={selectedId === node.id || undefined}
    >
      <NodeButton node={node} />
      {node.type === 'subTable' && <SubTableColumns table={node} sectionId={place.sectionId} />}
      {selectedId === node.id && <NodeTools id={node.id} />}
    </div>
  );
}

// helpers //////////////////////

function NodeButton({ node, asColumn = false }: { node: FormNode | ScalarField; asColumn?: boolean }) {
  const t = useTranslations('builder');
  const nameOf = useNodeName();
  const { selectedId, select, problems } = useBuilder();
  const onKeyDown = useNodeKeys(node.id);
  const broken = problems.some((problem) => problem.fieldId === node.id && problem.level === 'error');
  const label = nameOf(node);
  const conditional = 'visibleWhen' in node && node.visibleWhen !== undefined;
  return (
    <button
      type="button"
      className={asColumn ? classes.columnHead : classes.node}
      data-node-id={node.id}
      data-node={node.id}
      data-type={node.type}
      data-selected={selectedId === node.id || undefined}
      data-broken={broken || undefined}
      aria-pressed={selectedId === node.id}
      onClick={() => select(node.id)}
      onKeyDown={onKeyDown}
    >
      <span className={classes.nodeLabel}>
        <FieldIcon type={node.type} />
        <span className={classes.labelText}>{label}</span>
        {isField(node) && node.required && <span className={classes.star}>*</span>}
        {conditional && <span className={classes.when}>{t('conditional')}</span>}
      </span>
      <span className={classes.nodeValue}>
        {isField(node) ? node.type === 'subTable' ? t('tableHint', { count: node.columns.length }) : <FieldHint field={node} /> : null}
      </span>
    </button>
  );
}

function NodeTools({ id }: { id: string }) {
  const t = useTranslations('builder');
  const { schema, change, select, announce } = useBuilder();
  const nudge = (by: -1 | 1) => {
    change((current) => nudgeNode(current, id, by));
    announce(t('moved'));
  };
  return (
    <div className={classes.nodeTools} role="toolbar" aria-label={t('nodeTools')}>
      <Tool label={t('moveUp')} icon={IconArrowUp} onClick={() => nudge(-1)} />
      <Tool label={t('moveDown')} icon={IconArrowDown} onClick={() => nudge(1)} />
      <Tool
        label={t('duplicate')}
        icon={IconCopy}
        onClick={() => {
          const copy = duplicateNode(schema, id);
          change(() => copy.schema);
          if (copy.copyId) select(copy.copyId);
        }}
      />
      <Tool
        label={t('remove')}
        icon={IconTrash}
        onClick={() => {
          change((current) => removeNode(current, id));
          select(null);
          announce(t('removed'));
        }}
      />
    </div>
  );
}

function Tool({ label, icon: Icon, onClick }: { label: string; icon: typeof IconCopy; onClick(): void }) {
  return (
    <ActionIcon size="sm" variant="transparent" aria-label={label} title={label} onClick={onClick}>
      <Icon size={14} stroke={1.5} />
    </ActionIcon>
  );
}

/** The sub-table as a table: its heads, what stands in a row, and its foot. */
function SubTableColumns({ table, sectionId }: { table: SubTableField; sectionId: string }) {
  const t = useTranslations('builder');
  return (
    <div className={classes.columns}>
      {table.columns.map((column, index) => {
        const total = table.totals.find(({ columnId }) => columnId === column.id);
        return (
          <Column
            key={column.id}
            column={column}
            place={{ sectionId, subTableId: table.id, index }}
            foot={total ? t(`total.${total.kind}`) : table.totals.length > 0 ? '' : null}
          />
        );
      })}
      <ColumnEnd place={{ sectionId, subTableId: table.id, index: table.columns.length }} lastColumnId={table.columns.at(-1)?.id ?? null} />
    </div>
  );
}

function Column({ column, place, foot }: { column: ScalarField; place: Place; foot: string | null }) {
  const { selectedId } = useBuilder();
  const { ref, over } = useDropZone<HTMLDivElement>(place, { edges: true, dragId: column.id });
  return (
    <div ref={ref} className={classes.column} data-over={over ?? undefined} data-selected={selectedId === column.id || undefined}>
      <NodeButton node={column} asColumn />
      {foot !== null && <div className={classes.columnFoot}>{foot}</div>}
      {selectedId === column.id && <NodeTools id={column.id} />}
    </div>
  );
}

/** Drop a column here, or press it to choose one in the palette: it goes behind the last. */
function ColumnEnd({ place, lastColumnId }: { place: Place; lastColumnId: string | null }) {
  const t = useTranslations('builder');
  const { select } = useBuilder();
  const { ref, over } = useDropZone<HTMLButtonElement>(place, { edges: false });
  return (
    <button
      ref={ref}
      type="button"
      className={classes.columnEnd}
      data-over={over !== null || undefined}
      title={t('addColumnHint')}
      onClick={() => {
        select(lastColumnId);
        document.querySelector<HTMLElement>('[data-palette-search]')?.focus();
      }}
    >
      <IconPlus size={14} stroke={1.5} />
      {t('addColumn')}
    </button>
  );
}
