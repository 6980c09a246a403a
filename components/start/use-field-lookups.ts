'use client';

import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { FormModel } from '@/components/form/use-form-model';
import { useTRPC } from '@/components/shell/trpc';
import { FieldLookups } from '@/forms/runtime/field-lookups';
import type { FormValues } from '@/forms/schema/values';

/** Asks outside systems once a field with a look-up has been filled in, and writes what comes back into the form. */
export function useFieldLookups(processId: string, model: FormModel, draft: FormValues): FieldLookups {
  const trpc = useTRPC();
  const { mutateAsync } = useMutation(trpc.connector.lookUp.mutationOptions());
  const [lookups] = useState(
    () =>
      new FieldLookups({
        store: model.store,
        known: draft,
        ask: (field, value) => mutateAsync({ processId, field, value }),
      }),
  );
  useEffect(() => lookups.watch(), [lookups]);
  return lookups;
}
