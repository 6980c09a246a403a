'use client';
import { useState } from 'react';
import { keepPlaces, type Places } from './keep-places';

const NOBODY: ReadonlySet<string> = new Set();
type Reading = { list?: string | undefined; hasMore?: boolean | undefined; isLoading?: boolean | undefined };
type Held<T> = { list: string; rows: readonly T[]; before: ReadonlySet<string> | null };

/**
 * A list that is read again by itself leaves what stands under the pointer in its place, until the reader asks for what is new.
 * `list` names what is listed (its filters): another list is shown as it comes. Without it nothing is held.
 */
export function usePlaces<T>(latest: readonly T[], idOf: (row: T) => string, { list, hasMore = false, isLoading = false }: Reading) {
  const [held, setHeld] = useState<Held<T> | null>(null);
  const isHeld = list !== undefined && !isLoading && held?.list === list && held.rows.length > 0;
  const places: Places<T> = isHeld ? keepPlaces(held.rows, latest, hasMore, idOf) : { rows: latest, waiting: 0, gone: NOBODY };
  if (list !== undefined && !isLoading && !isSame(held, list, places.rows)) {
    setHeld({ list, rows: places.rows, before: isHeld ? held.before : null });
  }
  return {
    ...places,
    /** Whether the reader has just asked for this row. */
    isNew: (id: string) => isHeld && held.before !== null && !held.before.has(id),
    show: () => list !== undefined && setHeld({ list, rows: latest, before: new Set(places.rows.map(idOf)) }),
  };
}

// helpers //////////////////////

function isSame<T>(held: Held<T> | null, list: string, rows: readonly T[]): boolean {
  return held?.list === list && held.rows.length === rows.length && rows.every((row, index) => row === held.rows[index]);
}
