import { ActionIcon, Menu, MenuDropdown, MenuTarget } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import classes from './page-header.module.css';

type Props = {
  /** The answer that the person came for, in one sentence; numbers in it are `<NumberLink>`s. */
  title: ReactNode;
  subtitle?: ReactNode;
  /** Stands before the title: a seal. */
  lead?: ReactNode;
  /** At most one primary button, after quieter ones. */
  actions?: ReactNode;
  /** `Menu.Item`s behind the three dots. */
  more?: ReactNode;
};

/** The first lines of a page: the answer in the serif face, what it rests on, and what to do. */
export function PageHeader({ title, subtitle, lead, actions, more }: Props) {
  return (
    <header className={classes.header}>
      {lead}
      <div className={classes.text}>
        <h1 className={classes.title}>{title}</h1>
        {subtitle ? <p className={classes.subtitle}>{subtitle}</p> : null}
      </div>
      {actions || more ? (
        <div className={classes.actions}>
          {actions}
          {more ? <MoreMenu>{more}</MoreMenu> : null}
        </div>
      ) : null}
    </header>
  );
}

/** Three dots with the rarer actions behind them. */
export function MoreMenu({ children, label }: { children: ReactNode; label?: string }) {
  const t = useTranslations('common');
  return (
    <Menu>
      <MenuTarget>
        <ActionIcon variant="default" aria-label={label ?? t('more')}>
          <IconDots size={18} stroke={1.5} />
        </ActionIcon>
      </MenuTarget>
      <MenuDropdown>{children}</MenuDropdown>
    </Menu>
  );
}
