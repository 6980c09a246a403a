'use client';

import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { memo, type ReactNode, useState } from 'react';
import { stateOf } from '@/forms/runtime/compute';
import type { FormNode, Section } from '@/forms/schema/schema';
import { isField } from '@/forms/schema/walk';
import { localText } from '@/lib/json';
import { FieldSlot } from './field-slot';
import { useForm } from './form-context';
import { sectionNumber } from './section-number';
import { SubTableEdit } from './sub-table/sub-table-edit';
import { SumLine } from './sum-line';
import { soleTable } from './use-visible-sections';
import classes from './form.module.css';

/** A section with its heading and its fields on the grid. */
export const FormSection = memo(function FormSection({ section, number }: { section: Section; number: number | null }) {
  const t = useTranslations('form');
  const locale = useLocale();
  const [open, setOpen] = useState(true);
  const label = localText(section.label, locale);
  const sole = soleTable(section);
  const Chevron = open ? IconChevronDown : IconChevronRight;
  const digit =
    number === null ? null : (
      <span className={classes.sectionNumber} aria-hidden>
        {sectionNumber(number, locale)}
      </span>
    );
  return (
    <section className={classes.section} aria-label={label || undefined}>
      {label && !sole && (
        <h2 className={classes.sectionTitle}>
          {digit}
          {label}
          {section.collapsible && (
            <button
              type="button"
              aria-expanded={open}
              aria-label={t(open ? 'collapse' : 'expand', { label })}
              onClick={() => setOpen(!open)}
            >
              <Chevron size={16} stroke={1.5} aria-hidden />
            </button>
          )}
        </h2>
      )}
      <div className={classes.grid} hidden={!open}>
        {section.children.map((node, index) => (
          <Node key={node.id} node={node} before={section.children[index - 1]} heading={node === sole ? digit : null} />
        ))}
      </div>
    </section>
  );
});

function Node({ node, before, heading }: { node: FormNode; before: FormNode | undefined; heading: ReactNode }) {
  const locale = useLocale();
  const visible = useForm(({ state }) => (isField(node) ? stateOf(state, node.id).visible : state.visible[node.id] !== false));
  if (!visible) return null;
  if (node.type === 'divider') return <div className={classes.divider}>{node.label && localText(node.label, locale)}</div>;
  if (node.type === 'description') return <p className={classes.description}>{localText(node.text, locale)}</p>;
  if (node.type === 'subTable') return <SubTableEdit field={node} heading={heading} />;
  if (isSum(node, before)) return <SumLine field={node} />;
  return <FieldSlot field={node} />;
}

/** An amount of money that is computed and follows a sub-table closes it, as the sum closes a bill. */
export function isSum(node: FormNode, before: FormNode | undefined): node is Extract<FormNode, { type: 'formula' }> {
  return node.type === 'formula' && node.result.type === 'money' && before?.type === 'subTable';
}
