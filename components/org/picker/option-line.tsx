'use client';
import { Combobox } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './picker.module.css';

type Props = { id: string; name: string; detail?: string | null; lead?: ReactNode; chosen: boolean; level?: number };

/** One line of a picker's list: the name, what tells it apart, a tick when it is chosen. */
export function OptionLine({ id, name, detail, lead, chosen, level = 0 }: Props) {
  return (
    <Combobox.Option value={id} active={chosen} className={classes.option} style={{ '--level': level }}>
      {lead}
      <span className={classes.name}>{name}</span>
      {detail ? <span className={classes.detail}>{detail}</span> : null}
      {chosen ? <IconCheck size={16} stroke={1.5} className={classes.tick} aria-hidden /> : null}
    </Combobox.Option>
  );
}
