'use client';

import { useLocale } from 'next-intl';
import { Now, Was } from '@/components/ui/change';
import { isMoney } from '@/forms/fields/money/config';
import { rowsOf } from '@/forms/fields/sub-table/config';
import { type FormState, stateOf } from '@/forms/runtime/compute';
import { own, sameValue } from '@/forms/schema/same';
import type { FormNode, Section } from '@/forms/schema/schema';
import type { FormValues } from '@/forms/schema/values';
import { isField } from '@/forms/schema/walk';
import { localText } from '@/lib/json';

import { Capitals } from '../capitals';
import { FieldValue } from '../field-value';
import { isSum } from '../form-section';
import { sectionNumber } from '../section-number';
import { type NumberedSection, soleTable } from '../use-visible-sections';
import { ReadTable } from './read-table';
import { ReadValue } from './read-value';
import classes from './read.module.css';

type Props = {
  section: NumberedSection['section'];
  number: number | null;
  values: FormValues;
  before: FormValues | null;
  state: FormState;
};

/** A section of a document. */
export function ReadSection({ section, number, values, before, state }: Props) {
  const locale = useLocale();
  const label = soleTable(section) ? '' : localText(section.label, locale);
  const shown = section.children.filter((node) => (isField(node) ? stateOf(state, node.id).visible : state.visible[node.id] !== false));
  return (
    <section aria-label={localText(section.label, locale) || undefined}>
      {label && (
        <h2 className={classes.title}>
          {number !== null && <span aria-hidden>{sectionNumber(number, locale)}</span>}
          {label}
        </h2>
      )}
      {groups(shown).map((group) =>
        group.kind === 'list' ? (
          <List key={group.nodes[0]?.id} nodes={group.nodes} values={values} before={before} />
        ) : (
          <Block key={group.node.id} node={group.node} values={values} before={before} state={state} />
        ),
      )}
    </section>
  );
}

type Group = { kind: 'list'; nodes: FormNode[] } | { kind: 'block'; node: FormNode };

/** Fields stand in lists of two columns, between tables and sums that take the whole width. */
function groups(nodes: Section['children']): Group[] {
  const found: Group[] = [];
  for (const [index, node] of nodes.entries()) {
    const last = found.at(-1);
    if (!isField(node) || node.type === 'subTable' || isSum(node, nodes[index - 1])) found.push({ kind: 'block', node });
    else if (last?.kind === 'list') last.nodes.push(node);
    else found.push({ kind: 'list', nodes: [node] });
  }
  return found;
}

function List({ nodes, values, before }: { nodes: readonly FormNode[]; values: FormValues; before: FormValues | null }) {
  const locale = useLocale();
  return (
    <dl className={classes.list}>
      {nodes.filter(isField).map((field) => (
        <div key={field.id} data-wide={field.span > 6 || undefined}>
          <dt>{localText(field.label, locale)}</dt>
          <dd>
            <ReadValue
              field={field}
              value={own(values, field.key) ?? null}
              before={before ? (own(before, field.key) ?? null) : undefined}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Block({ node, values, before, state }: { node: FormNode; values: FormValues; before: FormValues | null; state: FormState }) {
  const locale = useLocale();
  if (node.type === 'divider') return <div className={classes.divider}>{node.label && localText(node.label, locale)}</div>;
  if (node.type === 'description') return <p className={classes.description}>{localText(node.text, locale)}</p>;
  const value = own(values, node.key) ?? null;
  if (node.type === 'subTable') {
    const columns = node.columns.filter((column) => stateOf(state, column.id).visible);
    return <ReadTable field={node} columns={columns} rows={rowsOf(value)} before={before ? rowsOf(own(before, node.key)) : null} />;
  }
  const was = before ? (own(before, node.key) ?? null) : value;
  const changed = !sameValue(was, value);
  const capitals = node.type === 'formula' && node.result.type === 'money' && node.result.capitals && isMoney(value);
  return (
    <div className={classes.sum}>
      {capitals && <Capitals amount={value.amount} currency={value.currency} />}
      <span>
        {localText(node.label, locale)}{' '}
        {changed && was !== null && (
          <Was>
            <FieldValue field={node} value={was} compact />
          </Was>
        )}{' '}
        <b>{changed ? <Now>{<FieldValue field={node} value={value} />}</Now> : <FieldValue field={node} value={value} />}</b>
      </span>
    </div>
  );
}
