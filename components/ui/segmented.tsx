'use client';
import classes from './segmented.module.css';

type Props<V extends string> = {
  label: string;
  options: readonly { value: V; label: string }[];
  value: V;
  onChange: (value: V) => void;
};

/** A few views of the same thing, side by side; the pressed one is shown. */
export function Segmented<V extends string>({ label, options, value, onChange }: Props<V>) {
  return (
    <div className={classes.seg} role="group" aria-label={label} data-screen>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          className={classes.option}
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
