'use client';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconBell, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { wantNotices } from './notices-wanted';
import classes from './notify.module.css';

type Options = {
  message: ReactNode;
  /** With a label already translated; the toast stays as long as undoing is possible. */
  undo?: { label: string; seconds?: number; run: () => void };
};

/** Says what was done, beside the work, and offers to take it back. */
export function notifyDone({ message, undo }: Options): string {
  const id = `done-${crypto.randomUUID()}`;
  const revert = () => {
    notifications.hide(id);
    undo?.run();
  };
  wantNotices();
  notifications.show({
    id,
    autoClose: (undo?.seconds ?? (undo ? 10 : 4)) * 1000,
    icon: <IconCheck size={18} stroke={1.5} />,
    color: 'pine',
    message: (
      <div className={classes.line}>
        <span>{message}</span>
        {undo ? (
          <Button size="xs" onClick={revert}>
            {undo.label}
          </Button>
        ) : null}
      </div>
    ),
  });
  return id;
}

/** Says what somebody else did; the message is a link to it, which takes the toast away. */
export function notifyNews(message: (hide: () => void) => ReactNode): void {
  const id = `news-${crypto.randomUUID()}`;
  wantNotices();
  notifications.show({
    id,
    autoClose: 8000,
    icon: <IconBell size={18} stroke={1.5} />,
    color: 'indigo',
    role: 'status',
    message: message(() => notifications.hide(id)),
  });
}

/** Says what did not work. */
export function notifyError(message: ReactNode): string {
  wantNotices();
  return notifications.show({
    autoClose: 8000,
    icon: <IconAlertTriangle size={18} stroke={1.5} />,
    color: 'vermilion',
    role: 'alert',
    message,
  });
}
