import type { LocalText } from '@/lib/json';

/** The kinds of record that the organisation keeps in lists; also the name of their words. */
export type StructureNoun = 'positions' | 'roles' | 'workGroups';

/** What all of them have. */
export type StructureRecord = { id: string; name: LocalText; disabled: boolean; rev: number };
