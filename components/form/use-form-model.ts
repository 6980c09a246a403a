'use client';

import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import { useReader } from '@/components/ui/use-reader';
import type { FormState } from '@/forms/runtime/compute';
import { FormStore } from '@/forms/runtime/form-store';
import { placeOf } from '@/forms/schema/place';
import type { FormSchema } from '@/forms/schema/schema';
import type { FormValues } from '@/forms/schema/values';
import type { FieldAccess } from '@/lib/bpmn/settings';
import type { Issue } from '@/lib/errors';
import type { Json } from '@/lib/json';
import { focusPath } from './focus-path';

export type FormModelOptions = {
  schema: FormSchema;
  initial: FormValues;
  access: FieldAccess /** Values came from the server masked. */;
  masked: boolean;
};

export type FormModel = {
  schema: FormSchema;
  access: FieldAccess;
  store: FormStore;
  values: FormValues;
  state: FormState;
  /** By path; shown once somebody has tried to submit, and kept fresh from then on. */
  issues: readonly Issue[];
  warnings: readonly Issue[];
  set(key: string, value: Json): void;
  /** Everything that stands against submitting; shows it and puts the focus on the first. */
  check(): readonly Issue[];
  /** Shows what the server refused, at the fields it named; what it refused of other things is not the form's. */
  refuse(issues: readonly Issue[]): void;
  /** Fields that this person may write and whose value differs from the first one; what the server computes is not in it. */
  changed(): Record<string, Json>;
};

const NONE: readonly Issue[] = [];

/** A form that is being filled in. It is made once: give the component a `key` to begin with other values. */
export function useFormModel({ schema, initial, access, masked }: FormModelOptions): FormModel {
  const { timeZone } = useReader();
  const [store] = useState(
    () => new FormStore({ schema, access, values: initial, masked, clock: { now: new Date().toISOString(), timeZone } }),
  );
  const values = useSyncExternalStore(
    store.subscribe,
    () => store.values,
    () => store.values,
  );
  const issues = useSyncExternalStore(
    store.subscribe,
    () => (store.tried ? store.issues : NONE),
    () => NONE,
  );
  const warnings = useSyncExternalStore(
    store.subscribe,
    () => store.warnings,
    () => NONE,
  );
  const set = useCallback((key: string, value: Json) => store.set(key, value), [store]);
  return useMemo(
    () => ({
      schema,
      access,
      store,
      values,
      state: store.state,
      issues,
      warnings,
      set,
      check: () => {
        const found = store.check();
        if (found[0]) focusPath(schema, found[0].path);
        return found;
      },
      refuse: (all) => {
        const refused = all.filter(({ path }) => placeOf(schema, path) !== null);
        if (refused.length === 0) return;
        store.refuse(refused);
        if (refused[0]) focusPath(schema, refused[0].path);
      },
      changed: () => ({ ...store.changed() }),
    }),
    [schema, access, store, values, issues, warnings, set],
  );
}
