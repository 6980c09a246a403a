'use client';

import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { FieldLookups } from '@/forms/runtime/field-lookups';
import type { FormValues } from '@/forms/schema/values';
import type { FormModel } from './use-form-model';

/** Where the form is filled in: for a new request, or on a work item of the reader's own. */
export type LookupPlace = { at: 'start'; processId: string } | { at: 'item'; workItemId: string };

/** Asks outside systems once a field with a look-up has been filled in, and writes what comes back into the form. `known` was looked up before. */
export function useFieldLookups(place: LookupPlace, model: FormModel, known: FormValues): FieldLookups {
  const trpc = useTRPC();
  const { mutateAsync } = useMutation(trpc.connector.lookUp.mutationOptions());
  const [lookups] = useState(
    () =>
      new FieldLookups({
        store: model.store,
        known,
        ask: (field, value) => mutateAsync({ ...place, field, value }),
      }),
  );
  useEffect(() => lookups.watch(), [lookups]);
  return lookups;
}
