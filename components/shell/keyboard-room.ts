import { useEffect } from 'react';

/** Less than this is a browser's own bar that comes and goes. */
const LEAST_PX = 100;

type Seen = Pick<VisualViewport, 'height' | 'offsetTop' | 'scale'>;

/** How much of the page a software keyboard covers, where the browser lays it over the page instead of making room. */
export function coveredByKeyboard(innerHeight: number, { height, offsetTop, scale }: Seen): number {
  const covered = Math.round(innerHeight - height - offsetTop);
  return scale === 1 && covered >= LEAST_PX ? covered : 0;
}

/** Keeps `--keyboard` true: bars and sheets at the bottom stand on it. */
export function useKeyboardRoom(): void {
  useEffect(() => {
    const view = window.visualViewport;
    if (!view) return undefined;
    const tell = () => document.documentElement.style.setProperty('--keyboard', `${coveredByKeyboard(window.innerHeight, view)}px`);
    view.addEventListener('resize', tell);
    view.addEventListener('scroll', tell);
    return () => {
      view.removeEventListener('resize', tell);
      view.removeEventListener('scroll', tell);
    };
  }, []);
}
