'use client';
import { ActionIcon, Button, Menu, Tabs } from '@mantine/core';
import { IconBan, IconKey, IconPencil, IconRestore, IconX } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSession } from '@/components/shell/session-context';
import { useAppError } from '@/components/shell/use-app-error';
import { useTRPC } from '@/components/shell/trpc';
import { ErrorState } from '@/components/ui/error-state';
import { notifyDone } from '@/components/ui/notify';
import { MoreMenu } from '@/components/ui/lazy-more-menu';
import { CardSkeleton } from '@/components/ui/skeletons';
import { Tag } from '@/components/ui/tag';
import { UserAvatar } from '@/components/ui/user-avatar';
import { personName } from '@/lib/format/person';
import { RecordChanges } from '../record-changes';
import { useOrgRefresh } from '../use-org-refresh';
import { DisablePerson } from './disable-person';
import { GrantsDialog } from './grants-dialog';
import { type NewPassword, PasswordDialog } from './password-dialog';
import { PersonDrawer } from './person-drawer';
import { PersonOverview } from './person-overview';
import classes from './person-panel.module.css';
import { PersonRights } from './person-rights';
import { usePostText } from './post-text';
import { PostsDrawer } from './posts-drawer';

type Opened = 'edit' | 'posts' | 'grants' | 'disable' | null;

/** One person beside the list: posts, proxies, rights, changes, and the end of access. */
export function PersonPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations('org.panel');
  const u = useTranslations('org.usage');
  const c = useTranslations('common');
  const locale = useLocale();
  const trpc = useTRPC();
  const { userId } = useSession();
  const postText = usePostText();
  const onError = useAppError();
  const refresh = useOrgRefresh();
  const [opened, setOpened] = useState<Opened>(null);
  const [made, setMade] = useState<NewPassword | null>(null);
  const { data: person, error, refetch } = useQuery(trpc.org.person.queryOptions({ id }));
  const usage = useQuery(trpc.org.usage.queryOptions({ kind: 'user', id }));
  const enable = useMutation(trpc.org.enableUser.mutationOptions({ onError, onSettled: refresh }));
  const reset = useMutation(trpc.org.resetPassword.mutationOptions({ onError, onSettled: refresh }));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!person) return <CardSkeleton lines={8} />;
  const name = personName(person, locale);
  const first = person.posts[0];
  const close = () => setOpened(null);
  const icon = { size: 18, stroke: 1.5, 'aria-hidden': true } as const;
  const resetPassword = async () => {
    const { password } = await reset.mutateAsync({ commandId: crypto.randomUUID(), id }).catch(() => ({ password: null }));
    if (password) setMade({ name, login: person.login, password });
  };
  const comeBack = () =>
    enable.mutate(
      { commandId: crypto.randomUUID(), id, rev: person.rev },
      { onSuccess: () => void notifyDone({ message: t('enabled', { name }) }) },
    );
  return (
    <article className={classes.panel} aria-label={name}>
      <header className={classes.head}>
        <UserAvatar person={person} size="xl" />
        <div className={classes.who}>
          <div className={classes.title}>
            <h2 className={classes.name}>{name}</h2>
            <span className={classes.meta}>
              {[locale === 'zh' ? person.nameEn : person.name, person.employeeNo].filter(Boolean).join(' · ')}
            </span>
            {person.disabled ? <Tag>{t('disabled')}</Tag> : null}
          </div>
          <p className={classes.fact}>
            {first ? postText(first) : t('noPost')}
            {person.manager ? t('manager', { name: personName(person.manager, locale) }) : ''}
          </p>
        </div>
        <div className={classes.actions}>
          <MoreMenu label={t('menu', { name })}>
            <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => setOpened('edit')}>
              {t('edit')}
            </Menu.Item>
            {id === userId ? null : (
              <Menu.Item leftSection={<IconKey {...icon} />} onClick={() => void resetPassword()}>
                {t('resetPassword')}
              </Menu.Item>
            )}
            {person.disabled ? (
              <Menu.Item leftSection={<IconRestore {...icon} />} onClick={comeBack}>
                {t('enable')}
              </Menu.Item>
            ) : null}
          </MoreMenu>
          <ActionIcon variant="subtle" color="gray" aria-label={c('close')} onClick={onClose}>
            <IconX {...icon} />
          </ActionIcon>
        </div>
      </header>
      <Tabs defaultValue="overview" className={classes.tabs}>
        <Tabs.List px={16}>
          <Tabs.Tab value="overview">{t('overview')}</Tabs.Tab>
          <Tabs.Tab value="rights">
            {t('rights')} <em className={classes.count}>{person.grants.length + person.roles.length}</em>
          </Tabs.Tab>
          <Tabs.Tab value="changes">{t('changes')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="overview">
          <PersonOverview person={person} onEditPosts={() => setOpened('posts')} />
        </Tabs.Panel>
        <Tabs.Panel value="rights">
          <PersonRights person={person} onEditGrants={() => setOpened('grants')} />
        </Tabs.Panel>
        <Tabs.Panel value="changes">
          <RecordChanges kind="user" id={id} />
        </Tabs.Panel>
      </Tabs>
      {person.disabled || id === userId ? null : (
        <footer className={classes.leave}>
          <h3>{t('leaving')}</h3>
          <p className={classes.fact}>
            {usage.data && usage.data.length > 0
              ? t('leavingEffect', { list: usage.data.map(({ what, count }) => u(what, { count })).join(u('comma')) })
              : t('leavingNone')}
          </p>
          <Button size="xs" leftSection={<IconBan size={16} stroke={1.5} />} disabled={!usage.data} onClick={() => setOpened('disable')}>
            {t('disable')}
          </Button>
        </footer>
      )}
      {opened === 'edit' ? <PersonDrawer person={person} onClose={close} onSaved={close} /> : null}
      {opened === 'posts' ? <PostsDrawer person={person} onClose={close} /> : null}
      {opened === 'grants' ? <GrantsDialog person={person} onClose={close} /> : null}
      {opened === 'disable' ? <DisablePerson person={person} usage={usage.data ?? []} onClose={close} /> : null}
      {made ? <PasswordDialog made={made} onClose={() => setMade(null)} /> : null}
    </article>
  );
}
