'use client';
import { Button, Group, Modal, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { DepartmentView } from '@/server/org/list-departments';
import { DepartmentPicker } from '../department-picker';
import { PickerField } from '../picker-field';
import { isWithin } from '../tree';
import { useLocal } from '@/components/ui/use-local';
import type { Target } from './use-move-department';

type Props = {
  department: DepartmentView;
  departments: readonly DepartmentView[];
  isMoving: boolean;
  onMove: (to: Target) => Promise<boolean>;
  onClose: () => void;
};

/** Moves a department without dragging: another one is chosen to be above it. */
export function MoveDialog({ department, departments, isMoving, onMove, onClose }: Props) {
  const t = useTranslations('org.move');
  const c = useTranslations('common');
  const local = useLocal();
  const [parentId, setParentId] = useState(department.parentId);
  const below = departments.filter(({ id }) => isWithin(departments, id, department.id)).map(({ id }) => id);
  const target = departments.find(({ id }) => id === parentId);
  const save = async () => {
    if (await onMove({ parentId, beforeId: null })) onClose();
  };
  return (
    <Modal closeButtonProps={{ 'aria-label': c('close') }} opened onClose={onClose} title={t('title', { name: local(department.name) })}>
      <Stack gap="md">
        <PickerField
          label={t('under')}
          description={below.length > 1 ? t('withBelow', { count: below.length - 1 }) : undefined}
          value={parentId}
          exclude={below}
          onChange={(value) => setParentId(typeof value === 'string' ? value : null)}
          picker={DepartmentPicker}
        />
        <Group justify="flex-end" gap="xs">
          <Button onClick={onClose}>{c('cancel')}</Button>
          <Button variant="filled" loading={isMoving} disabled={parentId === department.parentId} onClick={() => void save()}>
            {target ? t('confirm', { parent: local(target.name) }) : t('confirmTop')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
