'use client';

import { useEffect, useRef, useState } from 'react';
import { idsOf } from '@/forms/fields/ids';
import type { FieldOf } from '@/forms/schema/walk';
import type { Json } from '@/lib/json';
import { useFormContext } from '../form-context';
import { UploadFailed, upload } from './upload';

export type FileField = FieldOf<'file'> | FieldOf<'image'>;
export type Pending = { key: string; file: File; part: number; error: string | null };

const IMAGES = ['png', 'jpg', 'jpeg', 'gif', 'webp'];

export function formatsOf(field: FileField): readonly string[] {
  return field.type === 'image' ? IMAGES : field.formats;
}

/** Files on their way to the server: each is sent at once, and joins the value when it has arrived. */
export function useUploads(field: FileField, value: Json, onChange: (value: Json) => void) {
  const { remember } = useFormContext();
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const ids = useRef<readonly string[]>([]);
  const write = useRef(onChange);
  const stop = useRef(new AbortController());
  // The latest value and writer, for uploads that end later than the rendering that began them.
  useEffect(() => {
    ids.current = idsOf(value);
    write.current = onChange;
  });
  useEffect(() => {
    stop.current = new AbortController();
    return () => stop.current.abort();
  }, []);

  const update = (key: string, change: Partial<Pending>) =>
    setPending((list) => list.map((item) => (item.key === key ? { ...item, ...change } : item)));

  const send = async ({ key, file }: Pending): Promise<void> => {
    update(key, { part: 0, error: null });
    try {
      const done = await upload(file, (part) => update(key, { part }), stop.current.signal);
      remember({ documents: { [done.id]: { name: done.name, size: done.size, mime: done.mime } } });
      ids.current = [...ids.current, done.id];
      write.current([...ids.current]);
      setPending((list) => list.filter((item) => item.key !== key));
    } catch (error) {
      if (error instanceof UploadFailed && error.code !== 'aborted') update(key, { error: error.code });
    }
  };

  const add = (files: Iterable<File>): void => {
    let room = field.maxCount - idsOf(value).length - pending.length;
    for (const file of files) {
      const item: Pending = { key: crypto.randomUUID(), file, part: 0, error: refusal(field, file, room) };
      setPending((list) => [...list, item]);
      if (item.error === null) {
        room -= 1;
        void send(item);
      }
    }
  };

  const dismiss = (key: string) => setPending((list) => list.filter((item) => item.key !== key));
  return { pending, add, dismiss, retry: (item: Pending) => void send(item) };
}

/** What the server would refuse anyway, said before anything is sent. */
function refusal(field: FileField, file: File, room: number): string | null {
  if (room <= 0) return 'FILE_COUNT';
  if (file.size === 0) return 'FILE_EMPTY';
  if (file.size > field.maxSizeMb * 1024 * 1024) return 'FILE_SIZE';
  const formats = formatsOf(field);
  const extension = file.name.split('.').at(-1)?.toLowerCase() ?? '';
  return formats.length > 0 && !formats.includes(extension) ? 'FILE_TYPE' : null;
}
