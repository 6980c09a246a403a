import type { FieldType } from './schema';

/** Types between which a field may change, because each holds what the other held; any other change is a new field. */
const KIN: readonly (readonly FieldType[])[] = [
  ['text', 'textarea'],
  ['select', 'radio'],
  ['multiSelect', 'checkbox'],
];

/** Types that a field of this type may become without losing what it holds, its own among them. */
export function kindred(type: FieldType): readonly FieldType[] {
  return KIN.find((types) => types.includes(type)) ?? [type];
}
