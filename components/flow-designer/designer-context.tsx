'use client';

import type Modeler from 'bpmn-js/lib/Modeler';
import { createContext, useContext } from 'react';
import type { FormSchema } from '@/forms/schema/schema';
import type { LocalText } from '@/lib/json';
import type { Problem } from '@/lib/bpmn/problem';

export type ConnectorChoice = { id: string; code: string; name: LocalText };

/** What a process is called in the library and on the start page; it holds for every version at once. */
export type ProcessHead = { name: LocalText; icon: string; categoryId: string | null };

/** What the panels of the designer need to know beside the selected element. */
export type DesignerContextValue = {
  processId: string;
  modeler: Modeler;
  head: ProcessHead;
  changeHead(part: Partial<ProcessHead>): void;
  /** The schema of the process's form as its instances would see it; null without a form. */
  form: FormSchema | null;
  connectors: readonly ConnectorChoice[];
  problems: readonly Problem[];
  /** As whom assignment rules are tried; null = the designer. */
  tryAs: string | null;
  setTryAs(userId: string | null): void;
  openAccessMatrix(): void;
};

const DesignerContext = createContext<DesignerContextValue | null>(null);
export const DesignerProvider = DesignerContext.Provider;

export function useDesigner(): DesignerContextValue {
  const value = useContext(DesignerContext);
  if (!value) throw new Error('useDesigner is used outside of the flow designer');
  return value;
}
