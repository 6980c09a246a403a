'use client';

import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { attachClosestEdge, type Edge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { useEffect, useRef, useState } from 'react';
import type { FormNode } from '@/forms/schema/schema';
import { useBuilder } from './builder-context';
import { makeNode } from './palette-items';
import type { Place } from './state/locate';
import { moveNode } from './state/operations';

type Options = {
  /** Drop before or behind (true), or only onto (false). */
  edges: boolean;
  /** The node itself can be dragged. */
  dragId?: string;
};

/** Makes an element a place to drop new and existing nodes, and optionally a thing to drag. `over` is the edge the node would land at. */
export function useDropZone<T extends HTMLElement>(place: Place, { edges, dragId }: Options) {
  const ref = useRef<T>(null);
  const [over, setOver] = useState<Edge | 'inside' | null>(null);
  const { change, insert, select } = useBuilder();
  const { sectionId, subTableId, index } = place;
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const horizontal = subTableId !== null;
    const target = dropTargetForElements({
      element,
      canDrop: ({ source }) => source.data.id !== dragId || dragId === undefined,
      getData: ({ input }) =>
        edges ? attachClosestEdge({}, { element, input, allowedEdges: horizontal ? ['left', 'right'] : ['top', 'bottom'] }) : {},
      onDrag: ({ self, location }) =>
        setOver(location.current.dropTargets[0]?.element === element ? (edges ? extractClosestEdge(self.data) : 'inside') : null),
      onDragLeave: () => setOver(null),
      onDrop: ({ self, source, location }) => {
        setOver(null);
        if (location.current.dropTargets[0]?.element !== element) return;
        const edge = edges ? extractClosestEdge(self.data) : null;
        const to = { sectionId, subTableId, index: edge === 'bottom' || edge === 'right' ? index + 1 : index };
        if (source.data.kind === 'new') insert(makeNode(source.data.type as FormNode['type']), to);
        else if (typeof source.data.id === 'string') {
          const { id } = source.data as { id: string };
          change((schema) => moveNode(schema, id, to));
          select(id);
        }
      },
    });
    return dragId === undefined ? target : combine(target, draggable({ element, getInitialData: () => ({ kind: 'move', id: dragId }) }));
  }, [sectionId, subTableId, index, edges, dragId, change, insert, select]);
  return { ref, over };
}
