'use client';
import { useTranslations } from 'next-intl';
import { useShortcuts } from '@/components/shell/shortcuts/use-shortcuts';

/** What opens a row of a list, so that the keys find it. */
export const ROW_LINK = { 'data-row-link': true } as const;

/** J and K walk through the rows of the page's lists, Enter opens the one under the focus, X selects it. */
export function useRowKeys({ can, canSelect = false }: { can: boolean; canSelect?: boolean }): void {
  const t = useTranslations('shell.shortcuts');
  useShortcuts(
    can
      ? [
          { keys: 'j', label: t('nextRow'), run: () => step(1) },
          { keys: 'k', label: t('previousRow'), run: () => step(-1) },
          { keys: 'enter', label: t('openRow'), run: () => step(1) },
          ...(canSelect ? [{ keys: 'x', label: t('selectRow'), run: select }] : []),
        ]
      : [],
  );
}

// helpers //////////////////////

const ROW = 'tr, li';

function step(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('main [data-row-link]')].filter((link) => link.offsetParent !== null);
  const at = links.findIndex((link) => link === document.activeElement || link.closest(ROW)?.contains(document.activeElement));
  const next = links[at < 0 ? 0 : at + by];
  next?.focus({ preventScroll: true });
  next?.closest(ROW)?.scrollIntoView({ block: 'nearest' });
}

function select(): void {
  const row = document.activeElement?.closest<HTMLElement>(ROW);
  if (row?.querySelector('[data-row-link]')) row.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
}
