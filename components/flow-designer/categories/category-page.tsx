'use client';

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Crumbs } from '@/components/shell/crumbs';
import { useCan } from '@/components/shell/session-context';
import { useTRPC } from '@/components/shell/trpc';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { ErrorState } from '@/components/ui/error-state';
import { PageHeader } from '@/components/ui/page-header';
import { LinesSkeleton } from '@/components/ui/skeletons';
import { localText } from '@/lib/json';
import type { CategoryView } from '@/server/process/list';
import { CategoryCard } from './category-card';
import { useCategoryActs } from './use-category-acts';
import classes from './categories.module.css';

const CategoryDialog = dynamic(() => import('./category-dialog').then((module) => module.CategoryDialog));
type Asking = { of: 'add' } | { of: 'rename' | 'disable' | 'delete'; category: CategoryView };

/** The categories of the library and of the start page, in their order, with what each of them holds. */
export function CategoryPage() {
  const t = useTranslations('designer.categories');
  const locale = useLocale() === 'en' ? 'en' : 'zh';
  const trpc = useTRPC();
  const mayChange = useCan()('process.publish');
  const acts = useCategoryActs();
  const [asking, setAsking] = useState<Asking | null>(null);
  const categories = useQuery(trpc.process.categories.queryOptions());
  const processes = useQuery(trpc.process.list.queryOptions({ retired: false }));
  const error = categories.error ?? processes.error;
  const list = categories.data ?? [];
  const held = (id: string | null) => (processes.data ?? []).filter((process) => process.categoryId === id);
  const ids = list.map(({ id }) => id);
  /** Changes places with the one before it. */
  const swap = (index: number) => () => {
    const [one, two] = [ids[index - 1], ids[index]];
    if (one && two) acts.order([...ids.slice(0, index - 1), two, one, ...ids.slice(index + 1)]);
  };
  const actsOn = (category: CategoryView, index: number) => ({
    up: index === 0 || acts.isPending ? null : swap(index),
    down: index === ids.length - 1 || acts.isPending ? null : swap(index + 1),
    rename: () => setAsking({ of: 'rename', category }),
    disable: (disabled: boolean) => (disabled ? setAsking({ of: 'disable', category }) : acts.disable(category.id, false)),
    remove: () => setAsking({ of: 'delete', category }),
    put: acts.put,
  });
  const loose = held(null);
  const target = asking && 'category' in asking ? asking.category : null;
  const name = target ? localText(target.name, locale) : '';
  return (
    <>
      <Crumbs items={[{ label: t('title') }]} />
      <PageHeader
        title={categories.data ? t('count', { count: list.length }) : t('title')}
        subtitle={t('hint')}
        actions={
          mayChange && (
            <Button variant="filled" onClick={() => setAsking({ of: 'add' })}>
              {t('add')}
            </Button>
          )
        }
      />
      {error ? (
        <ErrorState error={error} onRetry={() => void Promise.all([categories.refetch(), processes.refetch()])} />
      ) : !categories.data || !processes.data ? (
        <LinesSkeleton lines={8} />
      ) : (
        <div className={classes.list}>
          {list.map((category, index) => (
            <CategoryCard
              key={category.id}
              category={category}
              processes={held(category.id)}
              categories={list}
              {...(mayChange ? { acts: actsOn(category, index) } : {})}
            />
          ))}
          {loose.length > 0 && (
            <CategoryCard
              category={null}
              processes={loose}
              categories={list}
              {...(mayChange ? { acts: { ...NO_ACTS, put: acts.put } } : {})}
            />
          )}
        </div>
      )}
      {(asking?.of === 'add' || asking?.of === 'rename') && <CategoryDialog category={target} onClose={() => setAsking(null)} />}
      <ConfirmDialog
        opened={asking?.of === 'disable'}
        onClose={() => setAsking(null)}
        title={t('disableTitle', { name })}
        confirmLabel={t('disable')}
        onConfirm={() => {
          if (target) acts.disable(target.id, true);
          setAsking(null);
        }}
      >
        {t('disableHint', { count: target?.processes ?? 0 })}
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking?.of === 'delete'}
        onClose={() => setAsking(null)}
        title={t('deleteTitle', { name })}
        confirmLabel={t('delete')}
        tone="danger"
        onConfirm={() => {
          if (target) acts.remove(target.id);
          setAsking(null);
        }}
      >
        {t('deleteHint')}
      </ConfirmDialog>
    </>
  );
}

// helpers //////////////////////

const nothing = () => undefined;
const NO_ACTS = { up: null, down: null, rename: nothing, disable: nothing, remove: nothing };
