'use client';

import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopy, IconDots, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { notifyDone } from '@/components/ui/notify';
import type { Row } from '@/forms/fields/sub-table/config';
import type { TableModel } from './use-table';

/** What can be done with a row besides filling it in; what is deleted can be brought back for a while. */
export function RowMenu({ table, row, index }: { table: TableModel; row: Row; index: number }) {
  const t = useTranslations('form.table');
  const { rights, rowStore } = table;
  if (!table.canAdd && !rights.remove && !rights.reorder) return null;
  const remove = () => {
    rowStore.remove(row._id);
    notifyDone({
      message: t('removedRow', { row: index + 1 }),
      undo: { label: t('undo'), run: () => rowStore.insert([row], Math.min(index, rowStore.rows.length)) },
    });
  };
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon size={28} aria-label={t('rowMenu', { row: index + 1 })}>
          <IconDots size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {table.canAdd && (
          <Menu.Item leftSection={<IconCopy size={16} stroke={1.5} />} onClick={() => rowStore.insert([table.copyOf(row)], index + 1)}>
            {t('duplicate')}
          </Menu.Item>
        )}
        {rights.reorder && (
          <>
            <Menu.Item
              leftSection={<IconArrowUp size={16} stroke={1.5} />}
              disabled={index === 0}
              onClick={() => rowStore.move(row._id, index - 1)}
            >
              {t('moveUp')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArrowDown size={16} stroke={1.5} />}
              disabled={index === table.rows.length - 1}
              onClick={() => rowStore.move(row._id, index + 1)}
            >
              {t('moveDown')}
            </Menu.Item>
          </>
        )}
        {rights.remove && (
          <Menu.Item color="vermilion" leftSection={<IconTrash size={16} stroke={1.5} />} onClick={remove}>
            {t('remove')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
