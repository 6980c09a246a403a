'use client';
import { Button } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useErrorText } from '@/components/shell/use-app-error';
import classes from './state.module.css';

/** What went wrong in the reader's words; where trying again may help, another try, and the code and request id for whoever helps. `title` where it was no loading. */
export function ErrorState({ error, onRetry, title }: { error: unknown; onRetry?: () => void; title?: string }) {
  const t = useTranslations('common');
  const { message, code, requestId } = useErrorText()(error);
  // Trying again brings nothing back: the way out does.
  const gone = code === 'NOT_FOUND' || code === 'FORBIDDEN' || code === 'PROCESS_RETIRED';
  return (
    <div className={classes.state} role="alert">
      <p className={classes.title}>
        {title ??
          t(
            code === 'NOT_FOUND'
              ? 'notFound.title'
              : code === 'FORBIDDEN'
                ? 'forbidden'
                : code === 'PROCESS_RETIRED'
                  ? 'retired'
                  : 'error.title',
          )}
      </p>
      <p className={classes.body}>{code === 'NOT_FOUND' ? t('notFound.body') : message}</p>
      {!gone && (
        <p className={classes.facts}>
          {code}
          {requestId ? ` · ${t('requestId')} ${requestId}` : null}
        </p>
      )}
      {gone ? (
        <div className={classes.action}>
          <Button component={Link} href="/">
            {t('notFound.home')}
          </Button>
        </div>
      ) : onRetry ? (
        <div className={classes.action}>
          <Button onClick={onRetry}>{t('retry')}</Button>
        </div>
      ) : null}
    </div>
  );
}
