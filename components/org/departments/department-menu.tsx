'use client';
import { IconArrowDown, IconArrowUp, IconBan, IconFolderSymlink, IconPencil, IconPlus, IconRestore } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { KeyHint } from '@/components/ui/key-hint';
import { MoreMenu, MoreMenuDivider, MoreMenuItem } from '@/components/ui/lazy-more-menu';
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
        <MoreMenuItem leftSection={<IconRestore {...icon} />} onClick={() => onAct('enable')}>
          {t('enable')}
        </MoreMenuItem>
      </MoreMenu>
    );
  }
  return (
    <MoreMenu label={t('menu')}>
      <MoreMenuItem leftSection={<IconPencil {...icon} />} onClick={() => onAct('edit')}>
        {t('edit')}
      </MoreMenuItem>
      <MoreMenuItem leftSection={<IconPlus {...icon} />} onClick={() => onAct('addBelow')}>
        {t('addBelow')}
      </MoreMenuItem>
      {isTop ? null : (
        <>
          <MoreMenuDivider />
          <MoreMenuItem leftSection={<IconFolderSymlink {...icon} />} onClick={() => onAct('move')}>
            {t('moveTo')}
          </MoreMenuItem>
          <MoreMenuItem
            leftSection={<IconArrowUp {...icon} />}
            rightSection={<KeyHint keys="Alt+arrowup" />}
            disabled={isFirst}
            onClick={() => onAct('up')}
          >
            {t('up')}
          </MoreMenuItem>
          <MoreMenuItem
            leftSection={<IconArrowDown {...icon} />}
            rightSection={<KeyHint keys="Alt+arrowdown" />}
            disabled={isLast}
            onClick={() => onAct('down')}
          >
            {t('down')}
          </MoreMenuItem>
          <MoreMenuDivider />
          <MoreMenuItem color="red" leftSection={<IconBan {...icon} />} onClick={() => onAct('disable')}>
            {t('disable')}
          </MoreMenuItem>
        </>
      )}
    </MoreMenu>
  );
}
