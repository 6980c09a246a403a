'use client';

import type Modeler from 'bpmn-js/lib/Modeler';
import { createContext, useContext } from 'react';
import type { FormSchema } from '@/forms/schema/schema';
import type { LocalText } from '@/lib/json';
import type { Problem } from '@/lib/bpmn/problem';

export type ConnectorChoice = { id: string; code: string; name: LocalText };

/** What the panels of the designer need to know beside the selected element. */
export type DesignerContextValue = {
  modeler: Modeler;
  /** The schema of the process's form as its instances would see it; null without a form. */
  form: FormSchema | null;
  connectors: readonly ConnectorChoice[];
  problems: readonly Problem[];
  readOnly: boolean;
  openAccessMatrix(): void;
};

const DesignerContext = createContext<DesignerContextValue | null>(null);
export const DesignerProvider = DesignerContext.Provider;

export function useDesigner(): DesignerContextValue {
  const value = useContext(DesignerContext);
  if (!value) throw new Error('useDesigner is used outside of the flow designer');
  return value;
}
