'use client';
import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '@/components/shell/trpc';
import type { AssignmentRule } from '@/lib/bpmn/assignment';
import type { RoleView } from '@/server/org/list-roles';
import { namedValues } from '../named-fields';
import { RulePreview } from '../rule-preview';
import { useRecordForm } from '../use-record-form';
import { type LineDraft, RoleLines } from './role-lines';
import { StructureDrawer } from './structure-drawer';

/** Adds a role or changes its names and members, and shows whom the lines find right now. */
export function RoleDrawer({ role, onClose }: { role: RoleView | null; onClose: () => void }) {
  const trpc = useTRPC();
  const create = useMutation(trpc.org.createRole.mutationOptions());
  const edit = useMutation(trpc.org.editRole.mutationOptions());
  const form = useRecordForm({ ...namedValues(role), lines: draftsOf(role) });
  const { lines } = form.values;
  return (
    <StructureDrawer
      noun="roles"
      record={role}
      form={form}
      save={(values, commandId) => {
        const fields = { commandId, ...values, lines: values.lines.map(toInput) };
        return role ? edit.mutateAsync({ ...fields, id: role.id, rev: role.rev }) : create.mutateAsync(fields);
      }}
      onClose={onClose}
      size={480}
    >
      <RoleLines lines={lines} error={form.error('lines')} onChange={(next) => form.set({ lines: next })} />
      <RulePreview rules={rulesOf(lines)} />
    </StructureDrawer>
  );
}

// helpers //////////////////////

function draftsOf(role: RoleView | null): LineDraft[] {
  return (role?.lines ?? []).map((line, n) => {
    const key = `line ${n}`;
    if (line.kind === 'user') return { key, kind: 'user', userId: line.userId };
    return { key, kind: 'posts', departmentId: line.departmentId, includeSub: line.includeSub, positionId: line.positionId };
  });
}

function toInput(line: LineDraft) {
  if (line.kind === 'user') return { kind: 'user' as const, userId: line.userId ?? '' };
  return { kind: 'posts' as const, departmentId: line.departmentId, includeSub: line.includeSub, positionId: line.positionId };
}

/** The lines as assignment rules, so that the preview shows what is not saved yet. */
function rulesOf(lines: readonly LineDraft[]): AssignmentRule[] {
  return lines.flatMap((line): AssignmentRule[] => {
    if (line.kind === 'user') return line.userId ? [{ kind: 'users', userIds: [line.userId] }] : [];
    const { departmentId, includeSub, positionId } = line;
    if (departmentId && positionId)
      return [{ kind: 'departmentPosition', departmentIds: [departmentId], includeSub, positionIds: [positionId] }];
    if (departmentId) return [{ kind: 'department', departmentIds: [departmentId], includeSub }];
    return positionId ? [{ kind: 'position', positionIds: [positionId] }] : [];
  });
}
