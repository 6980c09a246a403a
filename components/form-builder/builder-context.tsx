'use client';

import { createContext, useContext } from 'react';
import type { FormNode, FormSchema, ScalarField } from '@/forms/schema/schema';
import type { FormProblem } from '@/forms/schema/lint';
import type { Place } from './state/locate';

export type BuilderContextValue = {
  formId: string;
  schema: FormSchema;
  /** The latest published version; null before the first. */
  live: FormSchema | null;
  /** A node's or a section's id; null = the form itself. */
  selectedId: string | null;
  problems: readonly FormProblem[];
  select(id: string | null): void;
  change(next: (schema: FormSchema) => FormSchema, tag?: string): void;
  insert(node: FormNode | ScalarField, place: Place): void;
  /** For screen readers: what just happened. */
  announce(message: string): void;
};

const BuilderContext = createContext<BuilderContextValue | null>(null);
export const BuilderProvider = BuilderContext.Provider;

export function useBuilder(): BuilderContextValue {
  const value = useContext(BuilderContext);
  if (!value) throw new Error('useBuilder is used outside of the form builder');
  return value;
}
