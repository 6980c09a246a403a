import { useTranslations } from 'next-intl';
import type { MouseEvent } from 'react';
import classes from './data-table.module.css';

/** What has come meanwhile, told over the edge of the table so that nothing moves until the reader asks for it. */
export function NewRows({ count, onShow }: { count: number; onShow(): void }) {
  const t = useTranslations('common');
  const show = (event: MouseEvent<HTMLElement>) => {
    const table = event.currentTarget.closest('[data-table]');
    onShow();
    // The button is gone with what it told; the keys go on at the first row.
    requestAnimationFrame(() => table?.querySelector<HTMLElement>('[data-row-link]')?.focus());
  };
  return (
    <div className={classes.newRows} role="status">
      <button type="button" onClick={show}>
        {t('showNew', { count })}
      </button>
    </div>
  );
}
