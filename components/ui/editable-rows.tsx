import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './editable-rows.module.css';

type Row<T> = { row: T; index: number; replace: (row: T) => void };

type Props<T> = {
  rows: readonly T[];
  onChange: (rows: T[]) => void;
  /** Needed where a row keeps something of its own, so that it does not fall to its neighbour. */
  rowKey?: (row: T, index: number) => string;
  /** What stands beside the button that removes the row. */
  head: (row: Row<T>) => ReactNode;
  children: (row: Row<T>) => ReactNode;
  removeLabel: (index: number) => string;
  addLabel: string;
  /** The row that is added. */
  blank: () => T;
  isFull?: boolean;
};

/** Small forms one below the other, each of them removable, and a button for another one. */
export function EditableRows<T>({ rows, onChange, rowKey, head, children, removeLabel, addLabel, blank, isFull = false }: Props<T>) {
  return (
    <>
      {rows.map((row, index) => {
        const part = { row, index, replace: (next: T) => onChange(rows.map((old, i) => (i === index ? next : old))) };
        return (
          <div key={rowKey?.(row, index) ?? index} className={classes.row}>
            <div className={classes.head}>
              {head(part)}
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={removeLabel(index)}
                onClick={() => onChange(rows.filter((_, i) => i !== index))}
              >
                <IconX size={16} stroke={1.5} />
              </ActionIcon>
            </div>
            {children(part)}
          </div>
        );
      })}
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        justify="flex-start"
        disabled={isFull}
        leftSection={<IconPlus size={14} stroke={1.5} />}
        onClick={() => onChange([...rows, blank()])}
      >
        {addLabel}
      </Button>
    </>
  );
}
