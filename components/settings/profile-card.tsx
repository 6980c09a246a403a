import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { DocList } from '@/components/ui/doc-list';
import { Tag } from '@/components/ui/tag';
import { localText } from '@/lib/json';
import { personName } from '@/lib/format/person';
import type { Me } from '@/server/account/me';
import classes from './settings.module.css';

/** What the organisation knows about a person; kept by an administrator. */
export function ProfileCard({ me }: { me: Me }) {
  const t = useTranslations('settings');
  const locale = useLocale();
  const posts = me.posts.map((post) => ({
    ...post,
    text: `${localText({ zh: post.departmentZh, en: post.departmentEn }, locale)} ${localText({ zh: post.positionZh, en: post.positionEn }, locale)}`,
  }));
  return (
    <Card title={t('profile.title')} padded>
      <DocList
        columns={1}
        items={[
          { label: t('profile.name'), value: personName(me, locale) },
          { label: t('profile.login'), value: me.login },
          { label: t('profile.email'), value: me.email ?? t('profile.noEmail') },
          ...(me.employeeNo ? [{ label: t('profile.employeeNo'), value: me.employeeNo }] : []),
          {
            label: t('profile.posts'),
            value:
              posts.length === 0
                ? t('profile.noPosts')
                : posts.map((post) => (
                    <span key={post.text} className={classes.post}>
                      {post.text} {post.isPrimary && posts.length > 1 ? <Tag>{t('profile.primary')}</Tag> : null}
                    </span>
                  )),
          },
          {
            label: t('profile.roles'),
            value: (
              <span className={classes.tags}>
                {(me.roles.length > 0 ? me.roles : (['user'] as const)).map((role) => (
                  <Tag key={role}>{t(`role.${role}`)}</Tag>
                ))}
              </span>
            ),
          },
        ]}
      />
    </Card>
  );
}
