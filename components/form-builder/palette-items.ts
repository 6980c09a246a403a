import type { FormNode } from '@/forms/schema/schema';
import { newField, newOrnament } from './state/new-field';

type NodeType = FormNode['type'];

export const paletteGroups: readonly { name: 'basic' | 'choice' | 'finance' | 'orgAndFiles' | 'layout'; types: readonly NodeType[] }[] = [
  { name: 'basic', types: ['text', 'textarea', 'integer', 'number', 'date', 'dateRange', 'time', 'dateTime'] },
  { name: 'choice', types: ['select', 'multiSelect', 'radio', 'checkbox', 'switch'] },
  { name: 'finance', types: ['money', 'percentage', 'formula', 'autoNumber'] },
  { name: 'orgAndFiles', types: ['user', 'department', 'file', 'image', 'subTable'] },
  { name: 'layout', types: ['divider', 'description'] },
];

export function makeNode(type: NodeType): FormNode {
  return type === 'divider' || type === 'description' ? newOrnament(type) : newField(type);
}
