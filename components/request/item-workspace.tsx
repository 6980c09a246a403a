'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, Suspense, lazy } from 'react';
import { LinesSkeleton } from '@/components/ui/skeletons';
import { canWriteAnything, effectiveAccess } from '@/forms/access/access';
import type { MyItem, RequestPage } from '@/server/instance/request-page';
import { type ItemForm, ItemFormProvider } from './item-form-context';

const RequestFormRead = dynamic(() => import('./request-form-read').then((module) => module.RequestFormRead), {
  ssr: false,
  loading: () => <LinesSkeleton lines={14} />,
});
const EditedForm = lazy(() => import('./edited-form'));
/** Nobody decides on a form that is not there to be seen. */
const UNSEEN: ItemForm = { collect: () => Promise.resolve(null), refuse: () => undefined, edited: false };

type Props = { request: RequestPage; item: MyItem | null; children(form: ReactNode): ReactNode };

/**
 * The form of a request for the one who acts on it: to be edited when the activity lets something be changed, else to be read. What
 * stands around the form does not wait for the form's code.
 */
export function ItemWorkspace({ request, item, children }: Props) {
  const { form } = request;
  const acts = item !== null && item.kind !== 'read' && (item.actions.includes('approve') || item.actions.includes('resubmit'));
  if (!form || !acts || !canWriteAnything(effectiveAccess(form.schema, form.access)))
    return <>{children(form ? <RequestFormRead request={request} /> : null)}</>;
  return (
    <Suspense fallback={<ItemFormProvider value={UNSEEN}>{children(<LinesSkeleton lines={14} />)}</ItemFormProvider>}>
      <EditedForm key={item.id} workItemId={item.id} form={form}>
        {children}
      </EditedForm>
    </Suspense>
  );
}
