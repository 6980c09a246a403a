'use client';

import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect, useState } from 'react';
import { checkModel } from '@/lib/bpmn/check';
import type { Problem } from '@/lib/bpmn/problem';
import { feelNames } from '@/forms/schema/feel';
import type { FormSchema } from '@/forms/schema/schema';
import { fieldInfos } from '@/forms/schema/field-infos';
import type { ConnectorChoice } from './designer-context';

type World = { connectors: readonly ConnectorChoice[]; form: FormSchema | null | undefined };

const DEBOUNCE_MS = 150;

/** Runs the server's own checks on the model while it is drawn; while its form is being loaded nothing new is said. */
export function useLiveCheck(modeler: Modeler | null, revision: number, { connectors, form }: World): readonly Problem[] {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  useEffect(() => {
    if (!modeler || form === undefined) return;
    const timer = setTimeout(() => {
      const context = {
        form: form && { names: feelNames(form), fields: fieldInfos(form) },
        connectorIds: connectors.map((connector) => connector.id),
      };
      setProblems(checkModel(modeler.getDefinitions(), context).problems);
    }, DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [modeler, revision, connectors, form]);
  return problems;
}
