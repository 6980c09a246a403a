import type { FormSchema } from '@/forms/schema/schema';
import type { LocalText } from '@/lib/json';
import type { ModelPlan } from './model-xml';

/** Finds ids of this installation's organisation and connectors by code (lookup.ts says what stands for those that are not there). */
export type Lookup = {
  department(code: string): string;
  position(code: string): string;
  role(code: string): string;
  workGroup(code: string): string;
  connector(code: string): string;
};

/** A form and a flow that an administrator installs with one click. */
export type Template = {
  key: string;
  name: LocalText;
  summary: LocalText;
  icon: string;
  categoryCode: string;
  form(lookup: Lookup): FormSchema;
  model(lookup: Lookup, formId: string): ModelPlan;
};
