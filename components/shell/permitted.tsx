'use client';
import { Button } from '@mantine/core';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { Page } from '@/components/ui/page';
import { mayEnter } from './nav';
import { useSession } from './session-context';

/** A page for whoever the rail leads there; others are told so, instead of an empty page with its buttons. The procedures decide for themselves. */
export function Permitted({ children }: { children: ReactNode }) {
  const t = useTranslations('common');
  const { permissions } = useSession();
  if (mayEnter(usePathname(), permissions)) return children;
  return (
    <Page>
      <EmptyState
        isPage
        title={t('forbidden')}
        action={
          <Button component={Link} href="/" variant="filled">
            {t('notFound.home')}
          </Button>
        }
      >
        {t('forbiddenPage')}
      </EmptyState>
    </Page>
  );
}
