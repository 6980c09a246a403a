'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/components/shell/trpc';
import { useAppError } from '@/components/shell/use-app-error';
import { newId } from '@/lib/id';

/** What can be done with categories without a dialog; each is shown by reading the list anew. */
export function useCategoryActs() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const showError = useAppError();
  const settled = { onError: (error: unknown) => showError(error), onSettled: () => client.invalidateQueries(trpc.process.pathFilter()) };
  const order = useMutation(trpc.process.orderCategories.mutationOptions(settled));
  const disable = useMutation(trpc.process.disableCategory.mutationOptions(settled));
  const remove = useMutation(trpc.process.deleteCategory.mutationOptions(settled));
  const put = useMutation(trpc.process.setCategory.mutationOptions(settled));
  return {
    isPending: order.isPending || disable.isPending || remove.isPending || put.isPending,
    order: (ids: readonly string[]) => order.mutate({ commandId: newId(), ids: [...ids] }),
    disable: (id: string, disabled: boolean) => disable.mutate({ commandId: newId(), id, disabled }),
    remove: (id: string) => remove.mutate({ commandId: newId(), id }),
    put: (id: string, categoryId: string | null) => put.mutate({ commandId: newId(), id, categoryId }),
  };
}
