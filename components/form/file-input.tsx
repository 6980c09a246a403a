'use client';

import { ActionIcon } from '@mantine/core';
import { IconPaperclip, IconPhotoPlus, IconRefresh, IconX } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { type DragEvent, useRef, useState } from 'react';
import { useDocument } from './controls/uploaded';
import { type FileLimits, type Pending, REFUSALS, useUploads } from './controls/use-uploads';
import { FileLink } from './file-link';
import classes from './controls/files.module.css';

type Props = {
  id: string;
  label: string;
  value: readonly string[];
  onChange(value: string[]): void;
  onBlur?(): void;
  images: boolean;
  maxCount: number;
  maxSizeMb?: number;
  formats: readonly string[];
  disabled?: boolean;
  describedBy?: string | undefined;
  invalid?: boolean;
  /** In a cell of a grid: only the list and the button. */
  cell?: boolean;
};

const IMAGES = ['png', 'jpg', 'jpeg', 'gif', 'webp'];

/** Files as a list: each with its name, size and a way to take it out; new ones are dropped or chosen, uploaded at once and bound when the request is submitted. */
export function FileInput({
  id,
  label,
  value,
  onChange,
  onBlur,
  images,
  maxCount,
  maxSizeMb,
  formats: given,
  disabled = false,
  describedBy,
  invalid = false,
  cell = false,
}: Props) {
  const t = useTranslations('form.file');
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const formats = images ? IMAGES : given;
  const { pending, add, dismiss, retry } = useUploads({ maxCount, maxSizeMb: maxSizeMb ?? null, formats }, value, onChange);
  const full = disabled || value.length + pending.filter((item) => item.error === null).length >= maxCount;
  const Icon = images ? IconPhotoPlus : IconPaperclip;
  const drag = (event: DragEvent, inside: boolean) => {
    event.preventDefault();
    setOver(inside && !full);
  };
  return (
    <div
      className={cell ? classes.cell : classes.files}
      data-over={over || undefined}
      data-invalid={invalid || undefined}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false);
        if (!full) add(event.dataTransfer.files);
      }}
    >
      {value.length + pending.length > 0 && (
        <ul className={images && !cell ? classes.pictures : classes.list}>
          {value.map((documentId) => (
            <OwnFile
              key={documentId}
              id={documentId}
              picture={images && !cell}
              onRemove={disabled ? null : () => onChange(value.filter((other) => other !== documentId))}
            />
          ))}
          {pending.map((item) => (
            <PendingFile
              key={item.key}
              item={item}
              limits={{ maxCount, maxSizeMb: maxSizeMb ?? null, formats }}
              onDismiss={() => dismiss(item.key)}
              onRetry={() => retry(item)}
            />
          ))}
        </ul>
      )}
      {!full && (
        <button
          type="button"
          id={id}
          className={classes.add}
          aria-label={`${label}: ${t('addShort')}`}
          aria-describedby={describedBy}
          onClick={() => input.current?.click()}
          onBlur={onBlur}
        >
          <Icon size={18} stroke={1.5} aria-hidden />
          {over ? t('drop') : t(cell ? 'addShort' : images ? 'addImage' : 'add')}
        </button>
      )}
      {!cell && !full && maxSizeMb !== undefined && <Hint images={images} limits={{ maxCount, maxSizeMb, formats }} />}
      <input
        ref={input}
        type="file"
        hidden
        multiple={maxCount > 1}
        accept={formats.map((format) => `.${format}`).join(',') || undefined}
        onChange={(event) => {
          add(event.currentTarget.files ?? []);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}

function Hint({ images, limits: { maxCount, maxSizeMb, formats } }: { images: boolean; limits: FileLimits }) {
  const t = useTranslations('form.file');
  const locale = useLocale();
  const counts = { count: maxCount, size: maxSizeMb ?? 0 };
  return (
    <span className={classes.hint}>
      {formats.length > 0 && !images
        ? t('hintFormats', { ...counts, formats: formats.join(locale === 'zh' ? '、' : ', ') })
        : t('hint', counts)}
    </span>
  );
}

function OwnFile({ id, picture, onRemove }: { id: string; picture: boolean; onRemove: (() => void) | null }) {
  const t = useTranslations('form.file');
  const file = useDocument(id);
  return (
    <li>
      <FileLink id={id} file={file} picture={picture} />
      {onRemove && (
        <ActionIcon size={24} aria-label={t('remove', { name: file?.name ?? '' })} onClick={onRemove}>
          <IconX size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}

function PendingFile({ item, limits, onDismiss, onRetry }: { item: Pending; limits: FileLimits; onDismiss(): void; onRetry(): void }) {
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
  const code = REFUSALS.find((candidate) => candidate === item.error) ?? 'uploadFailed';
  return (
    <li className={classes.failed} role="alert">
      <bdi>{name}</bdi>
      <span>{t(`issue.${code}`, { max: code === 'FILE_COUNT' ? limits.maxCount : (limits.maxSizeMb ?? '') })}</span>
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
