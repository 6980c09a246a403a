'use client';

import type { DocumentLookup } from '@/forms/fields/config';
import { useLookups } from '../lookups-context';

/** Files that were uploaded since the page was loaded: the page's own look-ups do not have them. */
const uploaded = new Map<string, DocumentLookup>();

export function rememberDocument(id: string, document: DocumentLookup): void {
  uploaded.set(id, document);
}

export function useDocument(id: string): DocumentLookup | undefined {
  const { documents } = useLookups();
  return documents[id] ?? uploaded.get(id);
}
