'use client';
import { useOs } from '@mantine/hooks';
import classes from './key-hint.module.css';

/** The keys of a shortcut, as keys: `g i` is two, `mod+k` is ⌘K or Ctrl K. On a button it takes the button's colours. */
export function KeyHint({ keys, onButton = false }: { keys: string; onButton?: boolean }) {
  const isApple = ['macos', 'ios'].includes(useOs());
  return (
    <span className={classes.keys} aria-hidden>
      {keys.split(' ').map((key, index) => (
        <kbd key={`${key}${index}`} className={onButton ? classes.onButton : classes.key}>
          {keyLabel(key, isApple)}
        </kbd>
      ))}
    </span>
  );
}

const NAMES: Record<string, string> = { enter: '↵', escape: 'Esc', arrowup: '↑', arrowdown: '↓' };

function keyLabel(key: string, isApple: boolean): string {
  return key
    .split('+')
    .map((part) =>
      part === 'mod'
        ? isApple
          ? '⌘'
          : 'Ctrl'
        : part === 'shift'
          ? '⇧'
          : (NAMES[part.toLowerCase()] ?? (part.length === 1 ? part.toUpperCase() : part)),
    )
    .join(' ');
}
