'use client';

import { useTranslations } from 'next-intl';
import type { FormNode } from '@/forms/schema/schema';
import { useBuilder } from '../builder-context';
import { updateNode } from '../state/operations';
import { useNames } from '../use-names';
import { ConditionsEditor } from './conditions-editor';
import { Group, LocalTextInput, orNothing } from './parts';

type Ornament = Extract<FormNode, { type: 'divider' | 'description' }>;

export function OrnamentProperties({ node }: { node: Ornament }) {
  const t = useTranslations('builder');
  const { change } = useBuilder();
  const names = useNames(null);
  return (
    <>
      <Group title={t(`type.${node.type}`)}>
        {node.type === 'divider' ? (
          <LocalTextInput
            label={t('label')}
            value={node.label}
            onChange={(label) => change((schema) => updateNode(schema, node.id, { label: orNothing(label) }), `label-${node.id}`)}
          />
        ) : (
          <LocalTextInput
            long
            label={t('text')}
            value={node.text}
            onChange={(text) => change((schema) => updateNode(schema, node.id, { text }), `text-${node.id}`)}
          />
        )}
      </Group>
      {node.type === 'description' && (
        <ConditionsEditor
          conditions={['visibleWhen']}
          values={node}
          names={names}
          inSubTable={null}
          onChange={(_, source) => change((schema) => updateNode(schema, node.id, { visibleWhen: source }), `when-${node.id}`)}
        />
      )}
    </>
  );
}
