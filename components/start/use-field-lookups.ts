'use client';

import { useMutation } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { FormModel } from '@/components/form/use-form-model';
import { useTRPC } from '@/components/shell/trpc';
import type { FormValues } from '@/forms/schema/values';
import { fieldsOf } from '@/forms/schema/walk';

export type LookupState = 'idle' | 'asking' | 'found' | 'missing' | 'unavailable';

const IDLE_MS = 600;

/** Asks the outside system once a field with a look-up has been filled in, and writes what comes back into the form. */
export function useFieldLookups(processId: string, model: FormModel, draft: FormValues): LookupState {
  const trpc = useTRPC();
  const { mutateAsync } = useMutation(trpc.connector.lookUp.mutationOptions());
  const [state, setState] = useState<LookupState>('idle');
  const { schema, values, set } = model;
  const field = useMemo(() => fieldsOf(schema).find((item) => item.type === 'text' && item.lookup !== undefined), [schema]);
  const current = field ? values[field.key] : null;
  const value = typeof current === 'string' ? current.trim() : '';
  // What a draft brings was looked up when it was typed, and may have been corrected since.
  const asked = useRef(field ? (draft[field.key] ?? '') : '');
  useEffect(() => {
    if (!field || value === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = value;
      if (value === '') return setState('idle');
      setState('asking');
      mutateAsync({ processId, field: field.key, value }).then(
        (answer) => {
          if (asked.current !== value) return;
          setState(answer.outcome);
          if (answer.outcome === 'found') for (const [key, found] of Object.entries(answer.values)) set(key, found);
        },
        () => setState('unavailable'),
      );
    }, IDLE_MS);
    return () => clearTimeout(timer);
  }, [field, value, processId, mutateAsync, set]);
  return state;
}
