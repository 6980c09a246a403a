'use client';
import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { notifyDone } from '@/components/ui/notify';
import type { PersonDetail } from '@/server/org/get-person';
import { RecordDrawer } from '../record-drawer';
import rows from '../record-drawer.module.css';
import { useRecordForm } from '../use-record-form';
import { emptyPost, PostsEditor } from './posts-editor';

type Props = {
  person: PersonDetail | null;
  departmentId?: string | null;
  onClose: () => void;
  /** `password` is there once, for a new person. */
  onSaved: (saved: { id: string; name: string; login: string; password: string | null }) => void;
};

/** Adds a person with posts, or changes what is known of one. */
export function PersonDrawer({ person, departmentId = null, onClose, onSaved }: Props) {
  const t = useTranslations('org.person');
  const trpc = useTRPC();
  const create = useMutation(trpc.org.createUser.mutationOptions());
  const edit = useMutation(trpc.org.editUser.mutationOptions());
  const form = useRecordForm({
    name: person?.name ?? '',
    nameEn: person?.nameEn ?? '',
    login: person?.login ?? '',
    employeeNo: person?.employeeNo ?? '',
    email: person?.email ?? '',
    phone: person?.phone ?? '',
    posts: [emptyPost(true, departmentId)],
  });
  const { values, set, error } = form;
  const submit = async () => {
    let made = { id: person?.id ?? '', password: null as string | null };
    const saved = await form.submit(async ({ posts, ...fields }, commandId) => {
      if (person) await edit.mutateAsync({ commandId, id: person.id, rev: person.rev, ...fields });
      else {
        const wanted = posts.map(({ departmentId: d, positionId: p, isPrimary }) => ({
          departmentId: d ?? '',
          positionId: p ?? '',
          isPrimary,
        }));
        made = await create.mutateAsync({ commandId, ...fields, posts: wanted });
      }
    });
    if (!saved) return;
    if (person) notifyDone({ message: t('saved', { name: values.name }) });
    onSaved({ ...made, name: values.name, login: values.login });
  };
  const text = (field: 'name' | 'nameEn' | 'login' | 'employeeNo' | 'email' | 'phone', more: object = {}) => (
    <TextInput
      label={t(field)}
      value={values[field]}
      error={error(field)}
      autoComplete="off"
      onChange={(event) => set({ [field]: event.currentTarget.value })}
      {...more}
    />
  );
  return (
    <RecordDrawer
      form={form}
      onClose={onClose}
      title={person ? t('edit', { name: person.name }) : t('create')}
      saveLabel={person ? t('save') : t('add')}
      onSubmit={() => void submit()}
      size={480}
    >
      <div className={rows.pair}>
        {text('name', { required: true, 'data-autofocus': true, maxLength: 60 })}
        {text('nameEn', { lang: 'en', maxLength: 100 })}
      </div>
      <div className={rows.pair}>
        {text('login', { required: true, placeholder: t('loginHint'), spellCheck: false, maxLength: 40 })}
        {text('employeeNo', { maxLength: 40 })}
      </div>
      <div className={rows.pair}>
        {text('email', { type: 'email', maxLength: 200 })}
        {text('phone', { type: 'tel', maxLength: 40 })}
      </div>
      {person ? null : <PostsEditor posts={values.posts} error={error('posts')} onChange={(posts) => set({ posts })} />}
    </RecordDrawer>
  );
}
