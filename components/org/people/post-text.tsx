'use client';
import { useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/tag';
import type { PersonView, PostView } from '@/server/org/list-people';
import { useLocal } from '@/components/ui/use-local';
import classes from './people.module.css';

/** A department and a position as one fact: 华东区 经理; East, Manager. */
export function usePostText(): (post: Pick<PostView, 'department' | 'position'>) => string {
  const t = useTranslations('org.people');
  const local = useLocal();
  return (post) => t('post', { department: local(post.department), position: local(post.position) });
}

/** The primary post as text, further ones and work groups as tags. */
export function PostsText({ person }: { person: Pick<PersonView, 'posts' | 'workGroups'> }) {
  const t = useTranslations('org.people');
  const local = useLocal();
  const postText = usePostText();
  const [first, ...others] = person.posts;
  return (
    <span className={classes.posts}>
      {first ? <span>{postText(first)}</span> : <span className={classes.away}>{t('noPost')}</span>}
      {others.map((post) => (
        <Tag key={`${post.departmentId} ${post.positionId}`}>{t('second', { post: postText(post) })}</Tag>
      ))}
      {person.workGroups.map((group) => (
        <Tag key={group.zh}>{local(group)}</Tag>
      ))}
    </span>
  );
}
