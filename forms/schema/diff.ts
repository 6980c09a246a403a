import type { Json, LocalText } from '@/lib/json';
import { sameJson } from './same';
import type { Field, FormNode, FormSchema, Section } from './schema';
import { isField } from './walk';

/** One thing about a field that is different; `name` is the property's, with the id of the option where it is one option. */
export type PropertyChange = { name: string; before: Json; after: Json };

export type FormChange = {
  kind: 'added' | 'removed' | 'changed' | 'moved';
  subject: 'form' | 'section' | 'field' | 'column' | 'ornament';
  id: string;
  /** As it is called now; of what was removed, as it was called. */
  label: LocalText;
  type: FormNode['type'] | 'section' | 'form';
  /** Of a column: its sub-table. */
  table: LocalText | null;
  /** Of a new sub-table: its columns. */
  columns: readonly LocalText[];
  changes: readonly PropertyChange[];
};

type Item = Pick<FormChange, 'subject' | 'id' | 'label' | 'type' | 'table' | 'columns'> & { parent: string; own: { [key: string]: Json } };

/** What is different between two versions of a form: what came first, then what changed, then what went. */
export function diffForms(before: FormSchema, after: FormSchema): FormChange[] {
  const old = new Map(itemsOf(before).map((item) => [item.id, item]));
  const next = itemsOf(after);
  const ids = new Set(next.map((item) => item.id));
  const added = next.filter((item) => !old.has(item.id) && !isInside(item, next, old)).map((item) => change('added', item));
  const changed = next.flatMap((item) => {
    const was = old.get(item.id);
    if (!was) return [];
    const changes = propertyChanges(was.own, item.own);
    return changes.length > 0 ? [change('changed', item, changes)] : [];
  });
  const moved = movedItems([...old.values()], next).map((item) => change('moved', item));
  const removed = [...old.values()]
    .filter((item) => !ids.has(item.id) && (item.subject !== 'column' || ids.has(item.parent)))
    .map((item) => change('removed', item));
  return [...added, ...changed, ...moved, ...removed];
}

// helpers //////////////////////

function change(
  kind: FormChange['kind'],
  { subject, id, label, type, table, columns }: Item,
  changes: readonly PropertyChange[] = [],
): FormChange {
  return { kind, subject, id, label, type, table, columns: kind === 'added' ? columns : [], changes };
}

/** The columns of a new sub-table come with it. */
function isInside(item: Item, next: readonly Item[], old: ReadonlyMap<string, Item>): boolean {
  return item.subject === 'column' && next.some((other) => other.id === item.parent && !old.has(other.id));
}

const NOTHING: LocalText = { zh: '', en: '' };

function itemsOf(schema: FormSchema): Item[] {
  const form: Item = {
    subject: 'form',
    id: '',
    label: schema.title,
    type: 'form',
    table: null,
    columns: [],
    parent: '',
    own: { title: { ...schema.title } },
  };
  return [
    form,
    ...schema.sections.flatMap((section) => [sectionItem(section), ...section.children.flatMap((node) => nodeItems(node, section))]),
  ];
}

function sectionItem({ children: _children, ...own }: Section): Item {
  return {
    subject: 'section',
    id: own.id,
    label: own.label,
    type: 'section',
    table: null,
    columns: [],
    parent: '',
    own: { ...own },
  };
}

function nodeItems(node: FormNode, section: Section): Item[] {
  if (!isField(node)) {
    const label = node.type === 'description' ? node.text : (node.label ?? NOTHING);
    return [
      {
        subject: 'ornament',
        id: node.id,
        label,
        type: node.type,
        table: null,
        columns: [],
        parent: section.id,
        own: { ...node },
      },
    ];
  }
  const place = { subject: 'field' as const, id: node.id, label: node.label, type: node.type, table: null, parent: section.id };
  if (node.type !== 'subTable') return [{ ...place, columns: [], own: plain(node) }];
  const { columns, ...own } = node;
  return [
    { ...place, columns: columns.map((column) => column.label), own: { ...own } },
    ...columns.map(
      (column): Item => ({
        subject: 'column',
        id: column.id,
        label: column.label,
        type: column.type,
        table: node.label,
        columns: [],
        parent: node.id,
        own: plain(column),
      }),
    ),
  ];
}

/** Options by their ids, so that each is compared with itself. */
function plain(field: Field): Item['own'] {
  if (!('options' in field)) return { ...field };
  const { options, ...own } = field;
  return { ...own, ...Object.fromEntries(options.map((option) => [`option.${option.id}`, option])) };
}

function propertyChanges(before: Item['own'], after: Item['own'], prefix = ''): PropertyChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name): PropertyChange[] => {
    const [was, is] = [before[name] ?? null, after[name] ?? null];
    if (sameJson(was, is)) return [];
    const texts = isText(was) && isText(is) ? propertyChanges(was, is, `${prefix}${name}.`) : null;
    return texts ?? [{ name: prefix + name, before: was, after: is }];
  });
}

/** A text in two languages changes in one of them. */
function isText(value: Json): value is { [key: string]: Json } {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length === 2 &&
    'zh' in value &&
    'en' in value
  );
}

/** What stands in another order than before; the fewest that explain the new order. */
function movedItems(before: readonly Item[], after: readonly Item[]): Item[] {
  const position = new Map(before.map((item, index) => [item.id, { index, parent: item.parent }]));
  const stayed = after.filter((item) => position.has(item.id));
  const elsewhere = stayed.filter((item) => position.get(item.id)?.parent !== item.parent);
  const parents = new Set(stayed.map((item) => item.parent));
  const reordered = [...parents].flatMap((parent) => {
    const children = stayed.filter((item) => item.parent === parent && !elsewhere.includes(item));
    const kept = longestRise(children.map((item) => position.get(item.id)?.index ?? 0));
    return children.filter((_, index) => !kept.has(index));
  });
  return [...elsewhere, ...reordered];
}

/** Positions of a longest rising run of numbers, not necessarily neighbours. */
function longestRise(numbers: readonly number[]): Set<number> {
  const length: number[] = [];
  const previous: number[] = [];
  let last = -1;
  for (const [index, number] of numbers.entries()) {
    length[index] = 1;
    previous[index] = -1;
    for (let earlier = 0; earlier < index; earlier += 1) {
      if ((numbers[earlier] ?? 0) < number && (length[earlier] ?? 0) + 1 > (length[index] ?? 0)) {
        length[index] = (length[earlier] ?? 0) + 1;
        previous[index] = earlier;
      }
    }
    if (last < 0 || (length[index] ?? 0) > (length[last] ?? 0)) last = index;
  }
  const kept = new Set<number>();
  for (let index = last; index >= 0; index = previous[index] ?? -1) kept.add(index);
  return kept;
}
