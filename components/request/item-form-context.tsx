'use client';

import { createContext, useContext } from 'react';
import type { FormValues } from '@/forms/schema/values';
import type { Issue } from '@/lib/errors';

/**
 * The form that the reader may be changing while deciding. `collect` gives the changed fields, or null when something has to be mended
 * first (the form shows what); `refuse` shows what the server would not take, at its fields.
 */
export type ItemForm = {
  collect(): Promise<FormValues | null>;
  refuse(issues: readonly Issue[]): void;
  /** Something is changed: where the request goes from here may be another way than the one that was foretold. */
  edited: boolean;
};

const NOTHING: ItemForm = { collect: () => Promise.resolve({}), refuse: () => undefined, edited: false };
const ItemFormContext = createContext<ItemForm>(NOTHING);
export const ItemFormProvider = ItemFormContext.Provider;

export function useItemForm(): ItemForm {
  return useContext(ItemFormContext);
}
