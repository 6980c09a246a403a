'use client';

import { ActionIcon, Button, Loader } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { useLookups } from './lookups-context';
import { uploadDocument } from './upload-document';
import classes from './form.module.css';

type Props = {
  id: string;
  label: string;
  value: readonly string[];
  onChange(value: string[]): void;
  images: boolean;
  maxCount: number;
  formats: readonly string[];
  disabled?: boolean;
};

/** Files of a field: uploaded at once, bound when the request is submitted. */
export function FileInput({ id, label, value, onChange, images, maxCount, formats, disabled = false }: Props) {
  const t = useTranslations('form');
  const lookups = useLookups();
  const input = useRef<HTMLInputElement>(null);
  const [own, setOwn] = useState<Record<string, { name: string }>>({});
  const [busy, setBusy] = useState(0);
  const [error, setError] = useState<string | null>(null);
  const nameOf = (documentId: string) => own[documentId]?.name ?? lookups.documents[documentId]?.name ?? t('file');
  const add = async (files: FileList | null) => {
    setError(null);
    const added: string[] = [];
    for (const file of [...(files ?? [])].slice(0, maxCount - value.length)) {
      setBusy((count) => count + 1);
      const result = await uploadDocument(file);
      setBusy((count) => count - 1);
      if (result.ok) {
        setOwn((known) => ({ ...known, [result.value.id]: { name: file.name } }));
        added.push(result.value.id);
      } else setError(result.error);
    }
    if (added.length > 0) onChange([...value, ...added]);
  };
  return (
    <div
      id={id}
      className={classes.files}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (!disabled) void add(event.dataTransfer.files);
      }}
    >
      {value.map((documentId) => (
        <span key={documentId} className={classes.file}>
          {images && <img src={`/api/documents/${documentId}`} alt={nameOf(documentId)} className={classes.thumb} />}
          <a href={`/api/documents/${documentId}`}>
            <bdi>{nameOf(documentId)}</bdi>
          </a>
          {!disabled && (
            <ActionIcon
              size="sm"
              aria-label={t('removeFile', { name: nameOf(documentId) })}
              onClick={() => onChange(value.filter((other) => other !== documentId))}
            >
              <IconX size={14} stroke={1.5} />
            </ActionIcon>
          )}
        </span>
      ))}
      {!disabled && value.length < maxCount && (
        <Button
          size="xs"
          variant="subtle"
          leftSection={busy > 0 ? <Loader size={14} /> : <IconPaperclip size={16} stroke={1.5} />}
          aria-label={`${label}: ${t('addFile')}`}
          onClick={() => input.current?.click()}
        >
          {busy > 0 ? t('uploading') : t('addFile')}
        </Button>
      )}
      <input
        ref={input}
        type="file"
        hidden
        multiple={maxCount > 1}
        aria-label={label}
        accept={images ? 'image/png,image/jpeg,image/webp,image/gif' : formats.map((format) => `.${format}`).join(',') || undefined}
        onChange={(event) => {
          void add(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
      {error && (
        <span role="alert" className={classes.error}>
          {error}
        </span>
      )}
    </div>
  );
}
