'use client';

import { useQuery } from '@tanstack/react-query';
import type Modeler from 'bpmn-js/lib/Modeler';
import type { Element } from 'bpmn-js/lib/model/Types';
import type Canvas from 'diagram-js/lib/core/Canvas';
import { useTRPC } from '@/components/shell/trpc';
import type { FormSchema } from '@/forms/schema/schema';
import { rawSettings } from './modeler/settings';

/** The form that the model names, as its instances would see it: its latest published version. Undefined while it is being loaded. */
export function useProcessForm(modeler: Modeler | null): FormSchema | null | undefined {
  const trpc = useTRPC();
  const settings = modeler && rawSettings(modeler.get<Canvas>('canvas').getRootElement() as Element);
  const formId = typeof settings?.formId === 'string' ? settings.formId : null;
  const { data, error } = useQuery(
    trpc.form.get.queryOptions({ id: formId ?? '' }, { enabled: formId !== null, staleTime: 60_000, retry: false }),
  );
  if (formId === null || error) return null;
  return data ? (data.latest?.schema ?? null) : undefined;
}
