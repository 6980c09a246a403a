'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useAppError } from '@/components/shell/use-app-error';
import { useTRPC } from '@/components/shell/trpc';
import { notifyDone } from '@/components/ui/notify';
import type { DepartmentView } from '@/server/org/list-departments';
import { useLocal } from '@/components/ui/use-local';
import { useOrgRefresh } from '../use-org-refresh';

export type Target = { parentId: string | null; beforeId: string | null };

/** Moves a department, says where it went, and offers to put it back. */
export function useMoveDepartment(departments: readonly DepartmentView[]) {
  const t = useTranslations('org.move');
  const c = useTranslations('common');
  const trpc = useTRPC();
  const local = useLocal();
  const onError = useAppError();
  const refresh = useOrgRefresh();
  const { mutateAsync, isPending } = useMutation(trpc.org.moveDepartment.mutationOptions());

  const run = async (id: string, rev: number, to: Target): Promise<number | null> => {
    try {
      return (await mutateAsync({ commandId: crypto.randomUUID(), id, rev, ...to })).rev;
    } catch (error) {
      onError(error);
      return null;
    } finally {
      await refresh();
    }
  };

  const move = async (id: string, to: Target): Promise<boolean> => {
    const moved = departments.find((department) => department.id === id);
    if (!moved || (moved.parentId === to.parentId && nextSibling(departments, moved) === to.beforeId)) return false;
    const back: Target = { parentId: moved.parentId, beforeId: nextSibling(departments, moved) };
    const rev = await run(id, moved.rev, to);
    if (rev === null) return false;
    const parent = departments.find((department) => department.id === to.parentId);
    const message =
      to.parentId === moved.parentId
        ? t('reordered', { name: local(moved.name) })
        : t('done', { name: local(moved.name), parent: parent ? local(parent.name) : t('top') });
    notifyDone({ message, undo: { label: c('undo'), run: () => void run(id, rev, back) } });
    return true;
  };

  return { move, isMoving: isPending };
}

// helpers //////////////////////

export function siblingsOf(departments: readonly DepartmentView[], of: DepartmentView): readonly DepartmentView[] {
  return departments.filter((department) => department.parentId === of.parentId);
}

function nextSibling(departments: readonly DepartmentView[], of: DepartmentView): string | null {
  const siblings = siblingsOf(departments, of);
  return siblings[siblings.indexOf(of) + 1]?.id ?? null;
}
