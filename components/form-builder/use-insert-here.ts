'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { FormNode } from '@/forms/schema/schema';
import { useBuilder } from './builder-context';
import { findNode, type Place } from './state/locate';
import { canBeColumn } from './state/operations';

/** Puts a new node behind what is selected: into the selected sub-table as a column, at the end of the selected section, else at the form's end. */
export function useInsertHere(): (node: FormNode) => void {
  const t = useTranslations('builder');
  const { schema, selectedId, insert, announce } = useBuilder();
  return useCallback(
    (node) => {
      insert(node, placeFor(node));
      announce(t('inserted', { type: t(`type.${node.type}`) }));

      function placeFor(newNode: FormNode): Place {
        const found = selectedId ? findNode(schema, selectedId) : null;
        if (found?.node.type === 'subTable' && canBeColumn(newNode))
          return { sectionId: found.place.sectionId, subTableId: found.node.id, index: found.node.columns.length };
        if (found && (found.place.subTableId === null || canBeColumn(newNode))) return { ...found.place, index: found.place.index + 1 };
        const section = schema.sections.find((s) => s.id === (found?.place.sectionId ?? selectedId)) ?? schema.sections.at(-1);
        return { sectionId: section?.id ?? '', subTableId: null, index: section?.children.length ?? 0 };
      }
    },
    [schema, selectedId, insert, announce, t],
  );
}
