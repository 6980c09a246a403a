'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { FormNode, ScalarField } from '@/forms/schema/schema';
import { localText } from '@/lib/json';
import { useBuilder } from './builder-context';
import { FieldIcon } from './field-icons';
import { nodeList, useNodeKeys } from './use-node-keys';
import { useNodeName } from './use-node-name';
import classes from './form-builder.module.css';

/** The form as a list of names, in order: the quick way to a field, and the way to move it by keyboard. */
export function Outline() {
  const t = useTranslations('builder');
  const locale = useLocale();
  const { schema, selectedId, select } = useBuilder();
  return (
    <nav className={classes.outline} aria-label={t('outline')} {...nodeList}>
      <ul>
        {schema.sections.map((section, index) => (
          <li key={section.id}>
            <button
              type="button"
              className={classes.outlineItem}
              data-selected={selectedId === section.id || undefined}
              onClick={() => select(section.id)}
            >
              <strong>{localText(section.label, locale) || t('sectionNo', { number: index + 1 })}</strong>
            </button>
            <ul>
              {section.children.map((node) => (
                <OutlineNode key={node.id} node={node} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  );
}

// helpers //////////////////////

function OutlineNode({ node }: { node: FormNode | ScalarField }) {
  const nameOf = useNodeName();
  const { selectedId, select } = useBuilder();
  const onKeyDown = useNodeKeys(node.id);
  const label = nameOf(node);
  return (
    <li>
      <button
        type="button"
        className={classes.outlineItem}
        data-node={node.id}
        data-selected={selectedId === node.id || undefined}
        onClick={() => select(node.id)}
        onKeyDown={onKeyDown}
      >
        <FieldIcon type={node.type} />
        <span>{label}</span>
      </button>
      {node.type === 'subTable' && (
        <ul>
          {node.columns.map((column) => (
            <OutlineNode key={column.id} node={column} />
          ))}
        </ul>
      )}
    </li>
  );
}
