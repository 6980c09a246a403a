import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { useAppError } from '@/components/shell/use-app-error';
import { notifyDone } from '@/components/ui/notify';
import { newId } from '@/lib/id';
import type { CopiedDraft } from '@/server/instance/draft-copy';

/** Begins a new request after an own former one; `onCopied` goes to the draft that comes of it. */
export function useCopyRequest(onCopied: (draft: CopiedDraft) => void) {
  const t = useTranslations('common');
  const trpc = useTRPC();
  const client = useQueryClient();
  const copy = useMutation(
    trpc.instance.draftCopy.mutationOptions({
      onError: useAppError(),
      onSuccess: (draft) => {
        notifyDone({ message: t('copiedRequest') });
        void client.invalidateQueries(trpc.instance.draftList.pathFilter());
        onCopied(draft);
      },
    }),
  );
  return {
    /** The request that is being copied now. */
    copying: copy.isPending ? copy.variables.instanceId : null,
    copy: (instanceId: string) => copy.mutate({ commandId: newId(), instanceId }),
  };
}

/** Where a draft is filled in. */
export function draftHref({ id, processId }: CopiedDraft): string {
  return `/start/${processId}?draft=${id}`;
}
