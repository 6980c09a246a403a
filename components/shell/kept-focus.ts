import { useEffect } from 'react';

/** Where dialogs, menus and the like are drawn. */
const FLOATING = '[data-portal]';
const DIALOG = '[aria-modal="true"]';

/** Whoever closes a dialog is back at what was in focus before it, also where the dialog's own code came only when it was opened. */
export function useKeptFocus(): void {
  useEffect(() => {
    let before: HTMLElement | null = null;
    let watch: MutationObserver | null = null;
    const isGone = (dialog: Element) => {
      if (dialog.isConnected) return;
      watch?.disconnect();
      watch = null;
      if (document.activeElement !== document.body) return;
      const place = before?.isConnected ? before : document.getElementById('main');
      place?.focus({ preventScroll: true });
    };
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      const floating = target.closest(FLOATING);
      if (!floating) {
        before = target;
        return;
      }
      const dialog = target.closest(DIALOG);
      if (!dialog || watch) return;
      watch = new MutationObserver(() => isGone(dialog));
      watch.observe(floating, { childList: true, subtree: true });
      watch.observe(document.body, { childList: true });
    };
    document.addEventListener('focusin', onFocus);
    return () => {
      document.removeEventListener('focusin', onFocus);
      watch?.disconnect();
    };
  }, []);
}
