'use client';

import { useTranslations } from 'next-intl';
import { useProblemText } from '../use-problem-text';
import { useBuilder } from '../builder-context';
import { PROPERTIES_ID, useWayBack } from '../use-node-keys';
import { findNode, findSection, isField } from '../state/locate';
import { FieldProperties } from './field-properties';
import { FormProperties } from './form-properties';
import { OrnamentProperties } from './ornament-properties';
import { SectionProperties } from './section-properties';
import layout from '../form-builder.module.css';
import classes from './properties.module.css';

/** The right side: what can be set on the selected field, section or form, with its problems on top. */
export function PropertiesPanel() {
  const t = useTranslations('builder');
  const { schema, selectedId, problems } = useBuilder();
  const problemText = useProblemText();
  const found = selectedId ? findNode(schema, selectedId) : null;
  const section = selectedId && !found ? findSection(schema, selectedId) : null;
  useWayBack(selectedId);
  const own = problems.filter((problem) => problem.fieldId === selectedId && selectedId !== null);
  return (
    <aside className={layout.side} id={PROPERTIES_ID} aria-label={t('properties')} key={selectedId ?? 'form'}>
      {own.map((problem) => (
        <p key={`${problem.code}-${problem.path}`} className={classes.finding} data-level={problem.level}>
          {problemText(problem)}
        </p>
      ))}
      {found ? (
        isField(found.node) ? (
          <FieldProperties field={found.node} inSubTable={found.place.subTableId} />
        ) : (
          <OrnamentProperties node={found.node} />
        )
      ) : section ? (
        <SectionProperties section={section} />
      ) : (
        <FormProperties />
      )}
    </aside>
  );
}
