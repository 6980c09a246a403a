'use client';
import { Button } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';

/** No such page, or none for this reader: the two look the same. */
export function NotFoundState({ isAlone = false }: { isAlone?: boolean }) {
  const t = useTranslations('common.notFound');
  return (
    <EmptyState
      isPage
      title={t('title')}
      action={
        isAlone ? (
          // Outside of the shell its words are not there either: the page is loaded anew.
          <Button component="a" href="/" variant="filled">
            {t('home')}
          </Button>
        ) : (
          <Button component={Link} href="/" variant="filled">
            {t('home')}
          </Button>
        )
      }
    >
      {t('body')}
    </EmptyState>
  );
}
