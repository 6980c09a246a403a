'use client';

import { createContext, useContext } from 'react';
import type { FormValues } from '@/forms/schema/values';

/** The form that the reader may be changing while deciding. `collect` gives the changed fields, or null when something has to be mended first (the form shows what). */
export type ItemForm = { collect(): Promise<FormValues | null> };

const NOTHING: ItemForm = { collect: () => Promise.resolve({}) };
const ItemFormContext = createContext<ItemForm>(NOTHING);
export const ItemFormProvider = ItemFormContext.Provider;

export function useItemForm(): ItemForm {
  return useContext(ItemFormContext);
}
