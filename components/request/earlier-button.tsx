'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';

type Props = { query: { isFetchingNextPage: boolean; fetchNextPage(): Promise<unknown> } };

/** The end of a list that begins with the newest: what came before. */
export function EarlierButton({ query }: Props) {
  const t = useTranslations('request');
  return (
    <Button size="xs" variant="subtle" color="gray" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
      {t('earlier')}
    </Button>
  );
}
