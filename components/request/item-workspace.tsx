'use client';

import type { ReactNode } from 'react';
import { FormEdit } from '@/components/form/form-edit';
import { LookupsProvider } from '@/components/form/lookups-context';
import { useFormModel } from '@/components/form/use-form-model';
import { canWriteAnything, effectiveAccess } from '@/forms/access/access';
import type { MyItem, RequestForm, RequestPage } from '@/server/instance/request-page';
import { ItemFormProvider } from './item-form-context';
import { RequestFormRead } from './request-form-read';

type Props = { request: RequestPage; item: MyItem | null; children(form: ReactNode): ReactNode };

/** The form of a request for the one who acts on it: to be edited when the activity lets something be changed, else to be read. */
export function ItemWorkspace({ request, item, children }: Props) {
  const { form } = request;
  const acts = item !== null && item.kind !== 'read' && (item.actions.includes('approve') || item.actions.includes('resubmit'));
  if (!form || !acts || !canWriteAnything(effectiveAccess(form.schema, form.access)))
    return <>{children(form ? <RequestFormRead request={request} /> : null)}</>;
  return (
    <Editing key={`${item.id}-${form.rev}`} form={form}>
      {children}
    </Editing>
  );
}

// helpers //////////////////////

function Editing({ form, children }: { form: RequestForm; children: Props['children'] }) {
  const model = useFormModel({ schema: form.schema, initial: form.values, access: form.access, masked: true });
  const collect = () => Promise.resolve(model.check().length > 0 ? null : model.changed());
  return (
    <LookupsProvider value={form.lookups}>
      <ItemFormProvider value={{ collect }}>{children(<FormEdit model={model} />)}</ItemFormProvider>
    </LookupsProvider>
  );
}
