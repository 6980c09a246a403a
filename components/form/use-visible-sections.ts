'use client';

import { useMemo } from 'react';
import { stateOf } from '@/forms/runtime/compute';
import type { FormStore } from '@/forms/runtime/form-store';
import type { FormNode, Section } from '@/forms/schema/schema';
import { isField } from '@/forms/schema/walk';
import { useForm, useFormStore } from './form-context';

export type NumberedSection = {
  section: Section /** Counted from 0 among those that show a heading; null when there is only one, or this shows none. */;
  number: number | null;
};

/** The sections that show anything now; drawn anew only when another set of them does. */
export function useVisibleSections(): readonly NumberedSection[] {
  const { schema } = useFormStore();
  const visible = useForm((store) => schema.sections.map((section) => (isSectionVisible(store, section) ? '1' : '0')).join(''));
  return useMemo(() => numbered(schema.sections.filter((_, index) => visible[index] === '1')), [schema, visible]);
}

export function numbered(sections: readonly Section[]): readonly NumberedSection[] {
  const headed = sections.filter(hasHeading);
  return sections.map((section) => ({ section, number: headed.length > 1 && headed.includes(section) ? headed.indexOf(section) : null }));
}

/** A sub-table that stands alone in a section is the section's heading itself. */
export function soleTable(section: Section): Extract<FormNode, { type: 'subTable' }> | null {
  const [only, ...others] = section.children;
  if (only?.type !== 'subTable' || others.some((node) => node.type !== 'formula')) return null;
  const { zh, en } = section.label;
  return (zh === '' && en === '') || zh === only.label.zh ? only : null;
}

function hasHeading(section: Section): boolean {
  return section.label.zh !== '' || section.label.en !== '' || soleTable(section) !== null;
}

function isSectionVisible({ state }: FormStore, section: Section): boolean {
  return (
    state.visible[section.id] !== false &&
    section.children.some((node) => (isField(node) ? stateOf(state, node.id).visible : state.visible[node.id] !== false))
  );
}
