'use client';
import { Button } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';

/** No such page, or none for this reader: the two look the same. */
export function NotFoundState() {
  const t = useTranslations('common.notFound');
  return (
    <EmptyState
      title={t('title')}
      action={
        <Button component={Link} href="/" variant="filled">
          {t('home')}
        </Button>
      }
    >
      {t('body')}
    </EmptyState>
  );
}
