'use client';
import { ActionIcon, Button, Input, Radio } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { DepartmentPicker } from '../department-picker';
import { PositionPicker } from '../position-picker';
import classes from './posts-editor.module.css';

export type PostDraft = { key: string; departmentId: string | null; positionId: string | null; isPrimary: boolean };

type Props = { posts: readonly PostDraft[]; onChange: (posts: PostDraft[]) => void; error: string | null };

export function emptyPost(isPrimary: boolean, departmentId: string | null = null): PostDraft {
  return { key: crypto.randomUUID(), departmentId, positionId: null, isPrimary };
}

/** Department × position lines of a person, exactly one of them primary. */
export function PostsEditor({ posts, onChange, error }: Props) {
  const t = useTranslations('org.posts');
  const name = useId();
  const replace = (key: string, patch: Partial<PostDraft>) =>
    onChange(posts.map((post) => (post.key === key ? { ...post, ...patch } : post)));
  const remove = (key: string) => {
    const left = posts.filter((post) => post.key !== key);
    onChange(left.some((post) => post.isPrimary) ? left : left.map((post, n) => ({ ...post, isPrimary: n === 0 })));
  };
  return (
    <Input.Wrapper label={t('label')} description={t('help')} error={error} labelElement="div" required>
      <ul className={classes.list}>
        {posts.map((post, index) => (
          <li key={post.key} className={classes.post}>
            <DepartmentPicker
              ariaLabel={t('department', { index: index + 1 })}
              value={post.departmentId}
              onChange={(value) => replace(post.key, { departmentId: typeof value === 'string' ? value : null })}
            />
            <PositionPicker
              ariaLabel={t('position', { index: index + 1 })}
              value={post.positionId}
              onChange={(value) => replace(post.key, { positionId: typeof value === 'string' ? value : null })}
            />
            <Radio
              name={name}
              label={t('primary')}
              checked={post.isPrimary}
              onChange={() => onChange(posts.map((other) => ({ ...other, isPrimary: other.key === post.key })))}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              className={classes.remove}
              disabled={posts.length === 1}
              aria-label={t('remove', { index: index + 1 })}
              onClick={() => remove(post.key)}
            >
              <IconX size={16} stroke={1.5} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <Button
        size="xs"
        variant="subtle"
        leftSection={<IconPlus size={16} stroke={1.5} />}
        onClick={() => onChange([...posts, emptyPost(posts.length === 0)])}
      >
        {t('add')}
      </Button>
    </Input.Wrapper>
  );
}
