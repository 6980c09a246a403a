'use client';
import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import classes from './online-bar.module.css';

/** Says at once that the connection is gone, and takes no room while it is there. */
export function OnlineBar() {
  const t = useTranslations('shell');
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  return (
    <div role="status" className={online ? classes.hidden : classes.bar}>
      {online ? null : t('offline')}
    </div>
  );
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
