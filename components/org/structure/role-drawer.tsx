'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { notifyDone } from '@/components/ui/notify';
import type { AssignmentRule } from '@/lib/bpmn/assignment';
import type { RoleView } from '@/server/org/list-roles';
import { NamedFields } from '../named-fields';
import { RecordDrawer } from '../record-drawer';
import { RulePreview } from '../rule-preview';
import { useLocal } from '../use-local';
import { useRecordForm } from '../use-record-form';
import { RecordEnd } from './record-end';
import { type LineDraft, RoleLines } from './role-lines';

/** Adds a role or changes its names and members, and shows whom the lines find right now. */
export function RoleDrawer({ role, onClose }: { role: RoleView | null; onClose: () => void }) {
  const t = useTranslations('org.roles');
  const trpc = useTRPC();
  const local = useLocal();
  const create = useMutation(trpc.org.createRole.mutationOptions());
  const edit = useMutation(trpc.org.editRole.mutationOptions());
  const form = useRecordForm({ nameZh: role?.name.zh ?? '', nameEn: role?.name.en ?? '', code: role?.code ?? '', lines: draftsOf(role) });
  const { values, set, error } = form;
  const submit = async () => {
    const saved = await form.submit(({ lines, ...names }, commandId) => {
      const fields = { commandId, ...names, lines: lines.map(toInput) };
      return role ? edit.mutateAsync({ ...fields, id: role.id, rev: role.rev }) : create.mutateAsync(fields);
    });
    if (!saved) return;
    notifyDone({ message: t('saved', { name: values.nameZh }) });
    onClose();
  };
  return (
    <RecordDrawer
      opened
      onClose={onClose}
      title={role ? local(role.name) : t('create')}
      saveLabel={role ? t('save') : t('add')}
      isSaving={form.isSaving}
      onSubmit={() => void submit()}
      formRef={form.attach}
      size={480}
    >
      <NamedFields form={form} />
      <RoleLines lines={values.lines} error={error('lines')} onChange={(lines) => set({ lines })} />
      <RulePreview rules={rulesOf(values.lines)} />
      {role ? (
        <RecordEnd
          record={{ kind: 'role', id: role.id, rev: role.rev, name: local(role.name) }}
          disabled={role.disabled}
          onDone={onClose}
        />
      ) : null}
    </RecordDrawer>
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
