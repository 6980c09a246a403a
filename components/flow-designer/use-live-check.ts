'use client';

import type Modeler from 'bpmn-js/lib/Modeler';
import type { Element } from 'bpmn-js/lib/model/Types';
import type Canvas from 'diagram-js/lib/core/Canvas';
import { useEffect, useState } from 'react';
import { checkModel } from '@/lib/bpmn/check';
import type { FieldInfo } from '@/lib/bpmn/check-context';
import type { Problem } from '@/lib/bpmn/problem';
import { feelNames } from '@/forms/schema/feel';
import type { FormSchema } from '@/forms/schema/schema';
import { allFields, isComputed } from '@/forms/schema/walk';
import type { ConnectorChoice } from './designer-context';
import { rawSettings } from './modeler/settings';

type World = { connectors: readonly ConnectorChoice[]; formOf(formId: string | null): FormSchema | null };

const DEBOUNCE_MS = 150;

/** Runs the server's own checks on the model while it is drawn. */
export function useLiveCheck(
  modeler: Modeler | null,
  revision: number,
  { connectors, formOf }: World,
): { problems: readonly Problem[]; form: FormSchema | null } {
  const [result, setResult] = useState<{ problems: readonly Problem[]; form: FormSchema | null }>({ problems: [], form: null });
  useEffect(() => {
    if (!modeler) return;
    const timer = setTimeout(() => {
      const root = modeler.get<Canvas>('canvas').getRootElement() as Element;
      const formId = rawSettings(root)?.formId;
      const form = formOf(typeof formId === 'string' ? formId : null);
      const { problems } = checkModel(modeler.getDefinitions(), {
        form: form ? { names: feelNames(form), fields: fieldInfos(form) } : null,
        connectorIds: connectors.map((connector) => connector.id),
      });
      setResult({ problems, form });
    }, DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [modeler, revision, connectors, formOf]);
  return result;
}

// helpers //////////////////////

function fieldInfos(schema: FormSchema): FieldInfo[] {
  return allFields(schema).map(({ field, parent }) => ({
    id: field.id,
    key: field.key,
    type: field.type,
    ...('multiple' in field ? { multiple: field.multiple } : {}),
    readonly: isComputed(field),
    ...(parent ? { parentId: parent.id } : {}),
  }));
}
