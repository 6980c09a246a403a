'use client';

import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react';
import { FormEdit } from '@/components/form/form-edit';
import { FieldLookupsProvider } from '@/components/form/lookup-notes';
import { LookupsProvider } from '@/components/form/lookups-context';
import { useFieldLookups } from '@/components/form/use-field-lookups';
import { useFormModel } from '@/components/form/use-form-model';
import type { RequestForm } from '@/server/instance/request-page';
import { ItemFormProvider } from './item-form-context';

type Props = { workItemId: string; form: RequestForm; children(form: ReactNode): ReactNode };

/** A request's form that its reader may change while deciding; whoever decides collects the changes. */
export default function EditedForm({ workItemId, form, children }: Props) {
  const model = useFormModel({ schema: form.schema, initial: form.values, access: form.access, masked: true });
  const { store } = model;
  const lookups = useFieldLookups({ at: 'item', workItemId }, model, form.values);
  const rev = useRef(form.rev);
  useEffect(() => {
    if (rev.current === form.rev) return;
    rev.current = form.rev;
    // What came from others was looked up by them.
    lookups.know(form.values);
    store.rebase(form.values);
  }, [form.rev, form.values, store, lookups]);
  const isEdited = () => Object.keys(store.changed()).length > 0;
  const edited = useSyncExternalStore(store.subscribe, isEdited, isEdited);
  const collect = () => Promise.resolve(model.check().length > 0 ? null : model.changed());
  return (
    <LookupsProvider value={form.lookups}>
      <ItemFormProvider value={{ collect, refuse: model.refuse, edited }}>
        {children(
          <FieldLookupsProvider value={lookups}>
            <FormEdit model={model} />
          </FieldLookupsProvider>,
        )}
      </ItemFormProvider>
    </LookupsProvider>
  );
}
