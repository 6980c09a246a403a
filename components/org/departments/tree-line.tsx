'use client';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';
import { Tag } from '@/components/ui/tag';
import { personName } from '@/lib/format/person';
import { localText } from '@/lib/json';
import type { DepartmentView } from '@/server/org/list-departments';
import type { TreeLine as Line } from '../tree';
import classes from './department-tree.module.css';
import { type Drop, useTreeDrag } from './use-tree-drag';

type Props = {
  line: Line<DepartmentView>;
  isSelected: boolean;
  isFolded: boolean;
  isReachable: boolean;
  accepts: (dragged: string) => boolean;
  onFold: (open: boolean) => void;
  onSelect: () => void;
  onDrop: (drop: Drop) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
};

/** One department of the tree: its name, who heads it, how many people. */
export function TreeLine({ line, isSelected, isFolded, isReachable, accepts, onFold, onSelect, onDrop, onKeyDown }: Props) {
  const t = useTranslations('org.tree');
  const locale = useLocale();
  const { item, level, children } = line;
  const { ref, over, isDragged } = useTreeDrag<HTMLDivElement>({ id: item.id, isFixed: item.parentId === null, accepts, onDrop });
  const isTop = item.parentId === null;
  const people = children > 0 || isTop ? item.peopleBelow : item.people;
  const hasNoHead = !item.disabled && !isTop && item.people > 0 && (item.head === null || item.head.disabled);
  const Chevron = isFolded ? IconChevronRight : IconChevronDown;
  return (
    <div
      ref={ref}
      role="treeitem"
      data-tree-id={item.id}
      aria-level={level + 1}
      aria-selected={isSelected}
      aria-expanded={children > 0 ? !isFolded : undefined}
      tabIndex={isReachable ? 0 : -1}
      className={classes.line}
      style={{ '--level': level }}
      data-over={over ?? undefined}
      data-dragged={isDragged || undefined}
      data-off={item.disabled || undefined}
      onClick={onSelect}
      onKeyDown={onKeyDown}
    >
      <span
        className={classes.fold}
        aria-hidden
        onClick={(event) => {
          if (children === 0) return;
          event.stopPropagation();
          onFold(isFolded);
        }}
      >
        {children > 0 ? <Chevron size={16} stroke={1.5} /> : null}
      </span>
      <span className={classes.name}>{localText(item.name, locale)}</span>
      <span className={classes.facts}>
        {item.disabled ? <Tag>{t('off')}</Tag> : null}
        {hasNoHead ? <Tag tone="ochre">{t('noHead')}</Tag> : null}
        {!isTop && item.head && !hasNoHead ? <span className={classes.head}>{personName(item.head, locale)}</span> : null}
        <span className={classes.count} title={t('people', { count: people })}>
          {people}
        </span>
      </span>
    </div>
  );
}
