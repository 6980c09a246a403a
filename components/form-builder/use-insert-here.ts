'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { FormNode } from '@/forms/schema/schema';
import { localText } from '@/lib/json';
import { useBuilder } from './builder-context';
import { type InsertPlace, insertPlace } from './state/insert-place';
import { useNodeName } from './use-node-name';

/** Puts a new node where `useInsertPlace` says, and tells those who listen where that was. */
export function useInsertHere(): (node: FormNode) => void {
  const t = useTranslations('builder');
  const { schema, selectedId, insert, announce } = useBuilder();
  const inWords = usePlaceInWords();
  return useCallback(
    (node) => {
      const target = insertPlace(schema, selectedId, node);
      insert(node, target.place);
      announce(t('inserted', { type: t(`type.${node.type}`), place: inWords(target) }));
    },
    [schema, selectedId, insert, announce, inWords, t],
  );
}

/** Where the next component goes that is pressed, in words; `other` is what to select for the other place that a sub-table offers. */
export function useInsertPlace(): { words: string; other: { id: string; kind: 'column' | 'behind' } | null } {
  const { schema, selectedId } = useBuilder();
  const inWords = usePlaceInWords();
  const target = insertPlace(schema, selectedId, null);
  return { words: inWords(target), other: otherOf(target) };
}

// helpers //////////////////////

function usePlaceInWords(): (target: InsertPlace) => string {
  const t = useTranslations('builder');
  const locale = useLocale();
  const nameOf = useNodeName();
  return useCallback(
    (target) => {
      if (target.kind === 'column') return t('place.column', { name: nameOf(target.behind), table: nameOf(target.table) });
      if (target.kind === 'behind') return t('place.behind', { name: nameOf(target.behind) });
      const label = target.section && localText(target.section.label, locale);
      return label ? t('place.sectionEnd', { name: label }) : t('place.end');
    },
    [t, locale, nameOf],
  );
}

function otherOf(target: InsertPlace): { id: string; kind: 'column' | 'behind' } | null {
  if (target.kind === 'column') return { id: target.table.id, kind: 'behind' };
  const last = target.kind === 'behind' && target.behind.type === 'subTable' ? target.behind.columns.at(-1) : undefined;
  return last ? { id: last.id, kind: 'column' } : null;
}
