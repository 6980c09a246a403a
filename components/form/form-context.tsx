'use client';

import { createContext, useContext, useSyncExternalStore } from 'react';
import type { FormStore } from '@/forms/runtime/form-store';

const FormContext = createContext<FormStore | null>(null);
export const FormProvider = FormContext.Provider;

export function useFormStore(): FormStore {
  const store = useContext(FormContext);
  if (!store) throw new Error('a part of a form is used outside of a form');
  return store;
}

/** A part of the form as it is now. `select` must give the same thing as long as that part did not change; the component is drawn anew only then. */
export function useForm<T>(select: (store: FormStore) => T): T {
  const store = useFormStore();
  const read = () => select(store);
  return useSyncExternalStore(store.subscribe, read, read);
}
