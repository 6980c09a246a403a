'use client';
import type { DepartmentView } from '@/server/org/list-departments';
import { DisableDialog } from '../disable-dialog';
import { useLocal } from '@/components/ui/use-local';
import { DepartmentDrawer } from './department-drawer';
import type { Acting } from './departments-panel';
import { MoveDialog } from './move-dialog';
import type { Target } from './use-move-department';

type Props = {
  acting: Acting;
  departments: readonly DepartmentView[];
  move: (id: string, to: Target) => Promise<boolean>;
  isMoving: boolean;
  onClose: () => void;
  onSelect: (id: string) => void;
};

/** The drawer or dialog of what is being done with a department. */
export function DepartmentActs({ acting, departments, move, isMoving, onClose, onSelect }: Props) {
  const local = useLocal();
  const { act, department } = acting;
  const saved = (id: string) => {
    onClose();
    onSelect(id);
  };
  if (act === 'edit') return <DepartmentDrawer department={department} parentId={null} onClose={onClose} onSaved={saved} />;
  if (act === 'addBelow') return <DepartmentDrawer department={null} parentId={department.id} onClose={onClose} onSaved={saved} />;
  if (act === 'move') {
    return (
      <MoveDialog
        department={department}
        departments={departments}
        isMoving={isMoving}
        onMove={(to) => move(department.id, to)}
        onClose={onClose}
      />
    );
  }
  return (
    <DisableDialog
      target={{ kind: 'department', id: department.id, rev: department.rev, name: local(department.name) }}
      onClose={onClose}
    />
  );
}
