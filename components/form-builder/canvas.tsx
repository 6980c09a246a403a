'use client';

import { Button, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import type { Section } from '@/forms/schema/schema';
import { localText } from '@/lib/json';
import { useBuilder } from './builder-context';
import { CanvasNode } from './canvas-node';
import { addSection } from './state/operations';
import { useDropZone } from './use-drop-zone';
import { nodeList } from './use-node-keys';
import classes from './canvas.module.css';

/** The form as paper: sections with their fields on a grid of twelve; everything can be selected, dragged and dropped. */
export function BuilderCanvas() {
  const t = useTranslations('builder');
  const locale = useLocale();
  const { schema, change, select } = useBuilder();
  return (
    <div className={classes.paper} {...nodeList}>
      <UnstyledButton className={classes.paperTitle} onClick={() => select(null)}>
        {localText(schema.title, locale) || t('untitled')}
      </UnstyledButton>
      {schema.sections.map((section, index) => (
        <CanvasSection key={section.id} section={section} number={index + 1} />
      ))}
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        leftSection={<IconPlus size={14} stroke={1.5} />}
        onClick={() => {
          const added = addSection(schema, schema.sections.length);
          change(() => added.schema);
          select(added.sectionId);
        }}
      >
        {t('addSection')}
      </Button>
    </div>
  );
}

// helpers //////////////////////

function CanvasSection({ section, number }: { section: Section; number: number }) {
  const t = useTranslations('builder');
  const locale = useLocale();
  const { selectedId, select } = useBuilder();
  const { ref, over } = useDropZone<HTMLDivElement>(
    { sectionId: section.id, subTableId: null, index: section.children.length },
    { edges: false },
  );
  const label = localText(section.label, locale);
  return (
    <section className={classes.section} aria-label={label || t('sectionNo', { number })}>
      <UnstyledButton
        className={classes.sectionHead}
        data-selected={selectedId === section.id || undefined}
        onClick={() => select(section.id)}
      >
        {label || <span className={classes.faint}>{t('sectionWithoutTitle')}</span>}
      </UnstyledButton>
      <div className={classes.grid}>
        {section.children.map((node, index) => (
          <CanvasNode key={node.id} node={node} place={{ sectionId: section.id, subTableId: null, index }} />
        ))}
        <div ref={ref} className={classes.dropEnd} data-over={over !== null || undefined}>
          {section.children.length === 0 && t('dropHere')}
        </div>
      </div>
    </section>
  );
}
