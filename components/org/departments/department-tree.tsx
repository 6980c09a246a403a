'use client';
import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import { isFoundBy } from '@/lib/reading';
import type { DepartmentView } from '@/server/org/list-departments';
import { isWithin, pathTo, treeLines } from '../tree';
import classes from './department-tree.module.css';
import { keyMove } from './key-move';
import { TreeLine } from './tree-line';
import type { Drop } from './use-tree-drag';
import type { Target } from './use-move-department';
import { useTreeFold } from './use-tree-fold';
import { useTreeKeys } from './use-tree-keys';

type Props = {
  departments: readonly DepartmentView[];
  search: string;
  selected: string | null;
  onSelect: (id: string) => void;
  onDrop: (drop: Drop) => void;
  onMove: (id: string, to: Target) => Promise<boolean>;
};

/** The departments as a tree: one tab stop, arrows inside, dragging or Alt and an arrow to another place. A search leaves what fits and the way to it. */
export function DepartmentTree({ departments, search, selected, onSelect, onDrop, onMove }: Props) {
  const t = useTranslations('org.tree');
  const root = useRef<HTMLDivElement>(null);
  const { isFolded, setOpen } = useTreeFold();
  const [focused, setFocused] = useState<string | null>(null);
  const wanted = search.trim();
  const shown = useMemo(() => (wanted ? fitting(departments, wanted) : departments), [departments, wanted]);
  const folded = useMemo(() => (wanted ? () => false : isFolded), [wanted, isFolded]);
  const lines = useMemo(() => treeLines(shown, folded), [shown, folded]);
  const onKeyDown = useTreeKeys({
    lines,
    root,
    isFolded: folded,
    setOpen,
    onSelect,
    onMove: (id, key) => {
      const to = keyMove(departments, id, key);
      if (to?.parentId) setOpen(to.parentId, true);
      return to && onMove(id, to);
    },
  });
  const reachable = [focused, selected].find((id) => lines.some(({ item }) => item.id === id)) ?? lines[0]?.item.id;
  return (
    <div
      ref={root}
      role="tree"
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Alt+ArrowLeft Alt+ArrowRight"
      aria-label={t('label')}
      className={classes.tree}
      onFocus={(event) => setFocused((event.target as HTMLElement).dataset.treeId ?? null)}
    >
      {lines.map((line) => (
        <TreeLine
          key={line.item.id}
          line={line}
          isSelected={line.item.id === selected}
          isFolded={folded(line.item.id)}
          isReachable={line.item.id === reachable}
          accepts={(dragged) => !isWithin(departments, line.item.id, dragged)}
          onFold={(open) => setOpen(line.item.id, open)}
          onSelect={() => onSelect(line.item.id)}
          onDrop={onDrop}
          onKeyDown={onKeyDown}
        />
      ))}
    </div>
  );
}

// helpers //////////////////////

function fitting(departments: readonly DepartmentView[], wanted: string): DepartmentView[] {
  const fits = departments.filter(({ keys }) => isFoundBy(keys, wanted));
  const kept = new Set(fits.flatMap(({ id }) => pathTo(departments, id)));
  return departments.filter((department) => kept.has(department));
}
