'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { FormEdit } from '@/components/form/form-edit';
import { LookupsProvider } from '@/components/form/lookups-context';
import { useFormModel } from '@/components/form/use-form-model';
import type { RequestForm } from '@/server/instance/request-page';
import { ItemFormProvider } from './item-form-context';

/** A request's form that its reader may change while deciding; whoever decides collects the changes. */
export default function EditedForm({ form, children }: { form: RequestForm; children(form: ReactNode): ReactNode }) {
  const model = useFormModel({ schema: form.schema, initial: form.values, access: form.access, masked: true });
  const { store } = model;
  const rev = useRef(form.rev);
  useEffect(() => {
    if (rev.current === form.rev) return;
    rev.current = form.rev;
    store.rebase(form.values);
  }, [form.rev, form.values, store]);
  const collect = () => Promise.resolve(model.check().length > 0 ? null : model.changed());
  return (
    <LookupsProvider value={form.lookups}>
      <ItemFormProvider value={{ collect }}>{children(<FormEdit model={model} />)}</ItemFormProvider>
    </LookupsProvider>
  );
}
