import 'react';

declare module 'react' {
  /** Numbers that a class computes with. */
  interface CSSProperties {
    [variable: `--${string}`]: number | undefined;
  }
}
