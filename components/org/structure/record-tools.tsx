'use client';
import { Switch } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { SearchInput } from '@/components/ui/search-input';
import { useOrgUrl } from '../use-org-url';
import classes from './structure.module.css';

/** Search, and whether disabled records are shown: over every list of records. */
export function RecordTools({ label }: { label: string }) {
  const t = useTranslations('org.tree');
  const [url, setUrl] = useOrgUrl();
  return (
    <div className={classes.tools}>
      <div className={classes.search}>
        <SearchInput size="xs" label={label} value={url.q} onChange={(q) => setUrl({ q })} />
      </div>
      <Switch
        label={t('withDisabled')}
        checked={url.withDisabled}
        onChange={(event) => setUrl({ off: event.currentTarget.checked ? '1' : null })}
      />
    </div>
  );
}
