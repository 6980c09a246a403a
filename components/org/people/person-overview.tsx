'use client';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCan } from '@/components/shell/session-context';
import { useTRPC } from '@/components/shell/trpc';
import { Section } from '@/components/ui/card';
import { Tag } from '@/components/ui/tag';
import { useReader } from '@/components/ui/use-reader';
import { formatDate } from '@/lib/format/date';
import type { PersonDetail } from '@/server/org/get-person';
import { useLocal } from '@/components/ui/use-local';
import { DelegationDialog } from './delegation-dialog';
import { DelegationList } from './delegation-list';
import { personName } from '@/lib/format/person';
import classes from './person-panel.module.css';
import { usePostText } from './post-text';

type Props = { person: PersonDetail; onEditPosts: () => void };

/** Posts, work groups, proxies, and what waits in the person's hands. */
export function PersonOverview({ person, onEditPosts }: Props) {
  const t = useTranslations('org.panel');
  const locale = useLocale();
  const local = useLocal();
  const reader = useReader();
  const postText = usePostText();
  const can = useCan();
  const trpc = useTRPC();
  const [isDelegating, setDelegating] = useState(false);
  const delegations = useQuery(trpc.org.delegations.queryOptions({ userId: person.id }, { enabled: can('org.manage') }));
  const hasGiven = delegations.data?.some((one) => one.direction === 'given') ?? false;
  return (
    <>
      <Section
        title={t('posts')}
        end={
          <Button size="compact-sm" variant="subtle" className={classes.act ?? ''} onClick={onEditPosts}>
            {t('editPosts')}
          </Button>
        }
      >
        <ul className={classes.posts}>
          {person.posts.map((post) => (
            <li key={`${post.departmentId} ${post.positionId}`} className={classes.post}>
              <span>
                <b>{postText(post)}</b> {post.isPrimary && person.posts.length > 1 ? <Tag>{t('primary')}</Tag> : null}
              </span>
              <span className={classes.meta}>{t('since', { day: formatDate(post.since, 'month', reader) })}</span>
              <span className={classes.fact}>{t('rank', { rank: post.rank })}</span>
            </li>
          ))}
        </ul>
        {person.posts.length === 0 ? <p className={classes.warn}>{t('noPost')}</p> : null}
        <dl className={classes.facts}>
          {person.heads.length > 0 ? (
            <>
              <dt>{t('heads')}</dt>
              <dd>{person.heads.map(({ name }) => local(name)).join(t('comma'))}</dd>
            </>
          ) : null}
          {person.workGroups.map((group) => (
            <div key={group.id} className={classes.fact2}>
              <dt>{t('workGroup')}</dt>
              <dd>
                {local(group.name)}{' '}
                {group.endsOn ? (
                  <span className={classes.meta}>{t('until', { day: formatDate(group.endsOn, 'dayYear', reader) })}</span>
                ) : null}
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      {can('org.manage') ? (
        <Section
          title={t('proxies')}
          end={
            <Button size="compact-sm" variant="subtle" className={classes.act ?? ''} onClick={() => setDelegating(true)}>
              {t('addProxy')}
            </Button>
          }
        >
          <DelegationList delegations={delegations.data ?? []} />
          {hasGiven || delegations.isPending ? null : (
            <p className={classes.help}>
              {person.manager ? t('noProxy', { manager: personName(person.manager, locale) }) : t('noProxyTop')}
            </p>
          )}
        </Section>
      ) : null}
      <Section title={t('hands')} meta={t('items', { count: person.openItems, others: person.openForOthers })}>
        <p className={classes.help}>{person.openItems > 0 ? t('handsHelp') : t('handsNone')}</p>
      </Section>
      {isDelegating ? <DelegationDialog userId={person.id} name={person.name} onClose={() => setDelegating(false)} /> : null}
    </>
  );
}
