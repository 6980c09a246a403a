'use client';
import { type RefCallback, useCallback, useEffect, useMemo, useState } from 'react';
import { useErrorText } from '@/components/shell/use-app-error';
import { notifyError } from '@/components/ui/notify';
import { useOrgRefresh } from './use-org-refresh';

export type RecordForm<T extends object> = {
  values: T;
  set: (patch: Partial<T>) => void;
  /** The server's words for a field; `posts[0].departmentId` counts for `posts`. */
  error: (field: keyof T & string) => string | null;
  isSaving: boolean;
  /** Runs the command; true when it was done. Refusals go to their fields, the first one gets the focus. */
  submit: (run: (values: T, commandId: string) => Promise<unknown>) => Promise<boolean>;
  /** To be the form's `ref`. */
  attach: RefCallback<HTMLFormElement>;
};

/** The values of one record's form; `reread` brings what is shown up to date, the organisation unless it is said. The command's id stays the same until a value changes, so that a repeat after a lost answer does nothing twice. */
export function useRecordForm<T extends object>(initial: T, reread?: () => Promise<void>): RecordForm<T> {
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [isSaving, setSaving] = useState(false);
  const [root, attach] = useState<HTMLFormElement | null>(null);
  const read = useErrorText();
  const organisation = useOrgRefresh();
  const refresh = reread ?? organisation;
  const command = useMemo(() => ({ values, id: crypto.randomUUID() }), [values]);

  useEffect(() => {
    if (Object.keys(errors).length > 0) root?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors, root]);

  const set = useCallback((patch: Partial<T>) => {
    setValues((old) => ({ ...old, ...patch }));
    setErrors((old) => Object.fromEntries(Object.entries(old).filter(([field]) => !(field in patch))));
  }, []);

  const submit: RecordForm<T>['submit'] = async (run) => {
    if (isSaving) return false;
    setSaving(true);
    setErrors({});
    try {
      await run(command.values, command.id);
      await refresh();
      return true;
    } catch (error) {
      const info = read(error);
      const found = [...info.issues, ...(info.path ? [{ path: info.path, message: info.message }] : [])];
      const placed = found.map(({ path, message }) => [path.split(/[.[]/)[0] ?? '', message] as const).filter(([field]) => field in values);
      if (placed.length === 0) notifyError(info.message);
      else setErrors(Object.fromEntries(placed.toReversed()));
      if (info.code === 'CONFLICT_STALE') await refresh();
      return false;
    } finally {
      setSaving(false);
    }
  };

  return { values, set, error: (field) => errors[field] ?? null, isSaving, submit, attach };
}
