'use client';

import { createContext, useContext } from 'react';
import { type Lookups, noLookups } from '@/forms/fields/config';

const LookupsContext = createContext<Lookups>(noLookups);
export const LookupsProvider = LookupsContext.Provider;

/** Names behind the ids of people, departments and files in a form, as the page loaded them. */
export function useLookups(): Lookups {
  return useContext(LookupsContext);
}
