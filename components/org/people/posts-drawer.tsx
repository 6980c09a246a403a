'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { notifyDone } from '@/components/ui/notify';
import type { PersonDetail } from '@/server/org/get-person';
import { RecordDrawer } from '../record-drawer';
import { useRecordForm } from '../use-record-form';
import { emptyPost, PostsEditor } from './posts-editor';

/** Changes the posts of one person. */
export function PostsDrawer({ person, onClose }: { person: PersonDetail; onClose: () => void }) {
  const t = useTranslations('org.posts');
  const trpc = useTRPC();
  const { mutateAsync } = useMutation(trpc.org.setPosts.mutationOptions());
  const known = person.posts.map(({ departmentId, positionId, isPrimary }) => ({
    key: `${departmentId} ${positionId}`,
    departmentId,
    positionId,
    isPrimary,
  }));
  const form = useRecordForm({ posts: known.length > 0 ? known : [emptyPost(true)] });
  const submit = async () => {
    const saved = await form.submit(({ posts }, commandId) =>
      mutateAsync({
        commandId,
        userId: person.id,
        rev: person.rev,
        posts: posts.map(({ departmentId, positionId, isPrimary }) => ({
          departmentId: departmentId ?? '',
          positionId: positionId ?? '',
          isPrimary,
        })),
      }),
    );
    if (!saved) return;
    notifyDone({ message: t('saved', { name: person.name }) });
    onClose();
  };
  return (
    <RecordDrawer
      form={form}
      onClose={onClose}
      title={t('title', { name: person.name })}
      saveLabel={t('save')}
      onSubmit={() => void submit()}
    >
      <PostsEditor posts={form.values.posts} error={form.error('posts')} onChange={(posts) => form.set({ posts })} />
    </RecordDrawer>
  );
}
