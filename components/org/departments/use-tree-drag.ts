'use client';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { attachInstruction, extractInstruction, type Operation } from '@atlaskit/pragmatic-drag-and-drop-hitbox/list-item';
import { useEffect, useRef, useState } from 'react';

export type Drop = { id: string; target: string; operation: Operation };

type Options = {
  id: string;
  /** The top of the tree stays where it is. */
  isFixed: boolean;
  /** Whether what is dragged may end up at this line at all: not below itself. */
  accepts: (dragged: string) => boolean;
  onDrop: (drop: Drop) => void;
};

const KIND = 'department';

/** A line of the tree that is dragged, and that takes others before it, behind it, or into it. */
export function useTreeDrag<T extends HTMLElement>({ id, isFixed, accepts, onDrop }: Options) {
  const ref = useRef<T>(null);
  const [over, setOver] = useState<Operation | null>(null);
  const [isDragged, setDragged] = useState(false);
  const latest = useRef({ accepts, onDrop });
  useEffect(() => {
    latest.current = { accepts, onDrop };
  });
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const edge = isFixed ? 'not-available' : 'available';
    return combine(
      draggable({
        element,
        canDrag: () => !isFixed,
        getInitialData: () => ({ kind: KIND, id }),
        onDragStart: () => setDragged(true),
        onDrop: () => setDragged(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data.kind === KIND && source.data.id !== id && latest.current.accepts(String(source.data.id)),
        getData: ({ input }) =>
          attachInstruction(
            { id },
            { element, input, operations: { combine: 'available', 'reorder-before': edge, 'reorder-after': edge } },
          ),
        onDrag: ({ self }) => setOver(extractInstruction(self.data)?.operation ?? null),
        onDragLeave: () => setOver(null),
        onDrop: ({ self, source }) => {
          setOver(null);
          const operation = extractInstruction(self.data)?.operation;
          if (operation) latest.current.onDrop({ id: String(source.data.id), target: id, operation });
        },
      }),
    );
  }, [id, isFixed]);
  return { ref, over, isDragged };
}
