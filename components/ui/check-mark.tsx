'use client';
import { type ChangeEventHandler, useEffect, useRef } from 'react';
import classes from './check-mark.module.css';

type Props = {
  label: string;
  checked: boolean;
  indeterminate?: boolean;
  /** Why it cannot be ticked; pressing it still calls `onChange`, so that the page can say so. */
  whyNot?: string | undefined;
  onChange: ChangeEventHandler<HTMLInputElement>;
};

/** The tick of a row in a list: a plain checkbox in the house's ink, named by `label`. */
export function CheckMark({ label, checked, indeterminate = false, whyNot, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = indeterminate;
  }, [indeterminate]);
  return (
    <label className={classes.hit} title={whyNot}>
      <input
        ref={input}
        type="checkbox"
        className={classes.box}
        aria-label={label}
        aria-disabled={whyNot !== undefined}
        title={whyNot}
        checked={checked}
        onChange={onChange}
      />
    </label>
  );
}
