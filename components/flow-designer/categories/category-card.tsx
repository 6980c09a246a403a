'use client';

import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { MoreMenu, MoreMenuItem } from '@/components/ui/lazy-more-menu';
import { ProcessIcon } from '@/components/ui/process-icon';
import { Tag } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import { localText } from '@/lib/json';
import type { CategoryView, ProcessListItem } from '@/server/process/list';
import { OwnerNames } from '../owner-names';
import classes from './categories.module.css';

type Props = {
  /** Null: what stands in no category. */
  category: CategoryView | null;
  processes: readonly ProcessListItem[];
  /** Where a process can be put. */
  categories: readonly CategoryView[];
  /** Absent for those who may only look. */
  acts?: {
    up: (() => void) | null;
    down: (() => void) | null;
    rename(): void;
    disable(disabled: boolean): void;
    remove(): void;
    put(processId: string, categoryId: string | null): void;
  };
};

/** A category with the processes it holds. */
export function CategoryCard({ category, processes, categories, acts }: Props) {
  const t = useTranslations('designer.categories');
  const o = useTranslations('designer.owners');
  const locale = useLocale() === 'en' ? 'en' : 'zh';
  const name = category ? localText(category.name, locale) : t('none');
  const other = category && (locale === 'zh' ? category.name.en : category.name.zh);
  return (
    <Card
      title={
        <>
          {name} {category?.disabled && <Tag tone="grey">{t('disabled')}</Tag>}
        </>
      }
      meta={other || (category ? undefined : t('noneHint'))}
      end={
        category &&
        acts && (
          <span className={classes.tools}>
            <ActionIcon aria-label={t('up', { name })} disabled={!acts.up} onClick={() => acts.up?.()}>
              <IconArrowUp size={18} stroke={1.5} />
            </ActionIcon>
            <ActionIcon aria-label={t('down', { name })} disabled={!acts.down} onClick={() => acts.down?.()}>
              <IconArrowDown size={18} stroke={1.5} />
            </ActionIcon>
            <MoreMenu quiet label={t('moreOf', { name })}>
              <MoreMenuItem onClick={acts.rename}>{t('rename')}</MoreMenuItem>
              <MoreMenuItem onClick={() => acts.disable(!category.disabled)}>{t(category.disabled ? 'enable' : 'disable')}</MoreMenuItem>
              {category.processes === 0 && (
                <MoreMenuItem color="red" onClick={acts.remove}>
                  {t('delete')}
                </MoreMenuItem>
              )}
            </MoreMenu>
          </span>
        )
      }
    >
      {processes.length === 0 ? (
        <p className={classes.empty}>{t(category && category.processes > 0 ? 'onlyRetired' : 'empty')}</p>
      ) : (
        <ul className={classes.processes}>
          {processes.map((process) => (
            <li key={process.id}>
              <span className={classes.process}>
                <ProcessIcon name={process.icon} />
                <TextLink href={`/design/processes/${process.id}`}>{localText(process.name, locale)}</TextLink>
              </span>
              <span className={classes.owners}>
                {o('label')} <OwnerNames owners={process.owners} />
              </span>
              {acts && (
                <NativeSelect
                  size="xs"
                  aria-label={t('putInto', { name: localText(process.name, locale) })}
                  value={category?.id ?? ''}
                  data={[
                    ...categories
                      .filter((choice) => !choice.disabled || choice.id === category?.id)
                      .map((choice) => ({ value: choice.id, label: localText(choice.name, locale) })),
                    { value: '', label: t('none') },
                  ]}
                  onChange={(event) => acts.put(process.id, event.currentTarget.value || null)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
