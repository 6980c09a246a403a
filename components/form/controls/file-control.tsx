'use client';

import { ActionIcon } from '@mantine/core';
import { IconPaperclip, IconPhotoPlus, IconRefresh, IconX } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { type DragEvent, useRef, useState } from 'react';
import { idsOf } from '@/forms/fields/ids';
import type { ControlProps } from '../control-props';
import { FileLink } from '../file-link';
import { useFormContext } from '../form-context';
import classes from './files.module.css';
import { type FileField, formatsOf, type Pending, useUploads } from './use-uploads';

/** Files as a list: each with its name, size and a way to take it out; new ones are dropped or chosen. */
export function FileControl({ field, value, onChange, onBlur, id, label, describedBy, invalid, cell }: ControlProps<FileField>) {
  const t = useTranslations('form.file');
  const { lookups } = useFormContext();
  const locale = useLocale();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { pending, add, dismiss, retry } = useUploads(field, value, onChange);
  const ids = idsOf(value);
  const formats = formatsOf(field);
  const Icon = field.type === 'image' ? IconPhotoPlus : IconPaperclip;
  const full = ids.length + pending.length >= field.maxCount;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add(event.dataTransfer.files);
  };
  const remove = (gone: string) => {
    const rest = ids.filter((other) => other !== gone);
    onChange(rest.length === 0 ? null : rest);
  };
  return (
    <div
      className={cell ? classes.cell : classes.files}
      data-over={over || undefined}
      data-invalid={invalid || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {ids.length + pending.length > 0 && (
        <ul className={field.type === 'image' && !cell ? classes.pictures : classes.list}>
          {ids.map((documentId) => (
            <li key={documentId}>
              <FileLink id={documentId} file={lookups.documents[documentId]} picture={field.type === 'image' && !cell} />
              <ActionIcon
                size={24}
                aria-label={t('remove', { name: lookups.documents[documentId]?.name ?? '' })}
                onClick={() => remove(documentId)}
              >
                <IconX size={16} stroke={1.5} aria-hidden />
              </ActionIcon>
            </li>
          ))}
          {pending.map((item) => (
            <PendingFile key={item.key} item={item} field={field} onDismiss={() => dismiss(item.key)} onRetry={() => retry(item)} />
          ))}
        </ul>
      )}
      {!full && (
        <button
          type="button"
          id={id}
          className={classes.add}
          aria-label={`${label}: ${t(cell ? 'addShort' : 'add')}`}
          aria-describedby={describedBy}
          onClick={() => input.current?.click()}
          onBlur={onBlur}
        >
          <Icon size={18} stroke={1.5} aria-hidden />
          {over ? t('drop') : t(cell ? 'addShort' : field.type === 'image' ? 'addImage' : 'add')}
        </button>
      )}
      {!cell && !full && (
        <span className={classes.hint}>
          {formats.length > 0 && field.type === 'file'
            ? t('hintFormats', { formats: formats.join(locale === 'zh' ? '、' : ', '), count: field.maxCount, size: field.maxSizeMb })
            : t('hint', { count: field.maxCount, size: field.maxSizeMb })}
        </span>
      )}
      <input
        ref={input}
        type="file"
        hidden
        multiple={field.maxCount > 1}
        accept={formats.map((format) => `.${format}`).join(',')}
        onChange={(event) => {
          add(event.currentTarget.files ?? []);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}

function PendingFile({ item, field, onDismiss, onRetry }: { item: Pending; field: FileField; onDismiss(): void; onRetry(): void }) {
  const t = useTranslations('form');
  const name = item.file.name;
  const percent = Math.round(item.part * 100);
  if (item.error === null) {
    return (
      <li className={classes.pending}>
        <bdi>{name}</bdi>
        <progress max={100} value={percent} aria-label={t('file.uploading', { name, percent })} />
        <span className={classes.meta}>{percent}%</span>
      </li>
    );
  }
  const known = ['FILE_EMPTY', 'FILE_SIZE', 'FILE_COUNT', 'FILE_TYPE'] as const;
  const code = known.find((candidate) => candidate === item.error) ?? 'uploadFailed';
  return (
    <li className={classes.failed} role="alert">
      <bdi>{name}</bdi>
      <span>{t(`issue.${code}`, { max: code === 'FILE_COUNT' ? field.maxCount : field.maxSizeMb })}</span>
      {code === 'uploadFailed' && (
        <ActionIcon size={24} aria-label={t('file.retry', { name })} onClick={onRetry}>
          <IconRefresh size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      )}
      <ActionIcon size={24} aria-label={t('file.remove', { name })} onClick={onDismiss}>
        <IconX size={16} stroke={1.5} aria-hidden />
      </ActionIcon>
    </li>
  );
}
