'use client';
import { Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconBan, IconFolderSymlink, IconPencil, IconPlus, IconRestore } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { KeyHint } from '@/components/ui/key-hint';
import { MoreMenu } from '@/components/ui/lazy-more-menu';
import type { DepartmentView } from '@/server/org/list-departments';

export type DepartmentAct = 'edit' | 'addBelow' | 'move' | 'up' | 'down' | 'disable' | 'enable';

type Props = { department: DepartmentView; isFirst: boolean; isLast: boolean; onAct: (act: DepartmentAct) => void };

/** Everything that can be done with a department, dragging included, by keyboard. */
export function DepartmentMenu({ department, isFirst, isLast, onAct }: Props) {
  const t = useTranslations('org.department');
  const icon = { size: 18, stroke: 1.5, 'aria-hidden': true } as const;
  const isTop = department.parentId === null;
  if (department.disabled) {
    return (
      <MoreMenu label={t('menu')}>
        <Menu.Item leftSection={<IconRestore {...icon} />} onClick={() => onAct('enable')}>
          {t('enable')}
        </Menu.Item>
      </MoreMenu>
    );
  }
  return (
    <MoreMenu label={t('menu')}>
      <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => onAct('edit')}>
        {t('edit')}
      </Menu.Item>
      <Menu.Item leftSection={<IconPlus {...icon} />} onClick={() => onAct('addBelow')}>
        {t('addBelow')}
      </Menu.Item>
      {isTop ? null : (
        <>
          <Menu.Divider />
          <Menu.Item leftSection={<IconFolderSymlink {...icon} />} onClick={() => onAct('move')}>
            {t('moveTo')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowUp {...icon} />}
            rightSection={<KeyHint keys="Alt+arrowup" />}
            disabled={isFirst}
            onClick={() => onAct('up')}
          >
            {t('up')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowDown {...icon} />}
            rightSection={<KeyHint keys="Alt+arrowdown" />}
            disabled={isLast}
            onClick={() => onAct('down')}
          >
            {t('down')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item color="red" leftSection={<IconBan {...icon} />} onClick={() => onAct('disable')}>
            {t('disable')}
          </Menu.Item>
        </>
      )}
    </MoreMenu>
  );
}
