'use client';

import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { type RefObject, useEffect, useState } from 'react';
import type { RowStore } from '@/forms/runtime/row-store';

export type DropEdge = 'top' | 'bottom' | null;

type Options = {
  row: RefObject<HTMLElement | null>;
  handle: RefObject<HTMLElement | null>;
  rowId: string;
  rowStore: RowStore;
  enabled: boolean;
};

/** Lets a row be dragged by its number; the edge says where it would go. */
export function useRowDrag({ row, handle, rowId, rowStore, enabled }: Options): { edge: DropEdge; dragging: boolean } {
  const [edge, setEdge] = useState<DropEdge>(null);
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    if (!enabled || !row.current || !handle.current) return undefined;
    const element = row.current;
    const isOwn = (data: Record<string | symbol, unknown>) => data.rowStore === rowStore;
    return combine(
      draggable({
        element,
        dragHandle: handle.current,
        getInitialData: () => ({ rowStore, rowId }),
        onDragStart: () => setDragging(true),
        onDrop: () => setDragging(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => isOwn(source.data) && source.data.rowId !== rowId,
        getData: ({ input }) => attachClosestEdge({}, { input, element, allowedEdges: ['top', 'bottom'] }),
        onDrag: ({ self }) => setEdge(edgeOf(extractClosestEdge(self.data))),
        onDragLeave: () => setEdge(null),
        onDrop: ({ self, source }) => {
          setEdge(null);
          const from = rowStore.indexOf(String(source.data.rowId));
          const to = rowStore.indexOf(rowId) + (extractClosestEdge(self.data) === 'bottom' ? 1 : 0);
          rowStore.move(String(source.data.rowId), from < to ? to - 1 : to);
        },
      }),
    );
  }, [row, handle, rowId, rowStore, enabled]);
  return { edge, dragging };
}

function edgeOf(edge: string | null): DropEdge {
  return edge === 'top' || edge === 'bottom' ? edge : null;
}
