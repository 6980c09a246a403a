'use client';

import { useEffect, useRef, useState } from 'react';
import { rememberDocument } from './uploaded';
import { UploadFailed, upload } from './upload';

export type FileLimits = { maxCount: number /** Null when only the server knows. */; maxSizeMb: number | null; formats: readonly string[] };
export type Pending = { key: string; file: File; part: number; error: string | null };

export const REFUSALS = ['FILE_EMPTY', 'FILE_SIZE', 'FILE_COUNT', 'FILE_TYPE', 'fileContent'] as const;

/** Files on their way to the server: each is sent at once, and joins the value when it has arrived. */
export function useUploads(limits: FileLimits, value: readonly string[], onChange: (value: string[]) => void) {
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const latest = useRef({ value, onChange });
  const stop = useRef(new AbortController());
  // An upload may end later than the rendering that began it: it must add to what is there then.
  useEffect(() => {
    latest.current = { value, onChange };
  });
  useEffect(() => {
    const controller = new AbortController();
    stop.current = controller;
    return () => controller.abort();
  }, []);

  const update = (key: string, change: Partial<Pending>) =>
    setPending((list) => list.map((item) => (item.key === key ? { ...item, ...change } : item)));
  const dismiss = (key: string) => setPending((list) => list.filter((item) => item.key !== key));

  const send = async ({ key, file }: Pending): Promise<void> => {
    update(key, { part: 0, error: null });
    try {
      const done = await upload(file, (part) => update(key, { part }), stop.current.signal);
      rememberDocument(done.id, { name: done.name, size: done.size, mime: done.mime });
      const next = [...latest.current.value, done.id];
      latest.current = { ...latest.current, value: next };
      latest.current.onChange(next);
      dismiss(key);
    } catch (error) {
      if (!(error instanceof UploadFailed)) throw error;
      if (error.code !== 'aborted') update(key, { error: wordFor(error.code, limits, file) });
    }
  };

  const add = (files: Iterable<File>): void => {
    // What was refused takes no room, and goes when something else is tried.
    const coming = pending.filter((item) => item.error === null);
    setPending((list) => list.filter((item) => item.error === null || !isRefused(item.error)));
    let room = limits.maxCount - value.length - coming.length;
    for (const file of files) {
      const item: Pending = { key: crypto.randomUUID(), file, part: 0, error: refusal(limits, file, room) };
      setPending((list) => [...list, item]);
      if (item.error !== null) continue;
      room -= 1;
      void send(item);
    }
  };

  return { pending, add, dismiss, retry: (item: Pending) => void send(item) };
}

/** Trying the same file again would not help. */
function isRefused(error: string): boolean {
  return REFUSALS.some((code) => code === error);
}

/** The server refuses a kind that is wanted here when its content is of another kind. */
export function wordFor(code: string, { formats }: Pick<FileLimits, 'formats'>, file: Pick<File, 'name'>): string {
  return code === 'FILE_TYPE' && formats.includes(extensionOf(file)) ? 'fileContent' : code;
}

function extensionOf({ name }: Pick<File, 'name'>): string {
  return name.split('.').at(-1)?.toLowerCase() ?? '';
}

/** What the server would refuse anyway, said before anything is sent. */
function refusal({ maxSizeMb, formats }: FileLimits, file: File, room: number): string | null {
  if (room <= 0) return 'FILE_COUNT';
  if (file.size === 0) return 'FILE_EMPTY';
  if (maxSizeMb !== null && file.size > maxSizeMb * 1024 * 1024) return 'FILE_SIZE';
  return formats.length > 0 && !formats.includes(extensionOf(file)) ? 'FILE_TYPE' : null;
}
