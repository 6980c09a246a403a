'use client';

import { IconFile, IconPhoto } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import Image from 'next/image';
import type { DocumentLookup } from '@/forms/fields/config';
import { formatBytes } from '@/lib/format/bytes';
import classes from './form.module.css';

const INLINE = /^image\/(?:png|jpeg|gif|webp)$/;

/** A file by its name and size, or a picture of it; opens it. */
export function FileLink({ id, file, picture = false }: { id: string; file: DocumentLookup | undefined; picture?: boolean }) {
  const t = useTranslations('form.file');
  const name = file?.name ?? '…';
  const isPicture = INLINE.test(file?.mime ?? '');
  const Icon = isPicture ? IconPhoto : IconFile;
  return (
    <a
      className={picture && isPicture ? classes.picture : classes.file}
      href={`/api/documents/${id}`}
      target="_blank"
      rel="noreferrer"
      title={t('open', { name })}
    >
      {picture && isPicture ? (
        <Image unoptimized src={`/api/documents/${id}`} alt={name} width={96} height={72} />
      ) : (
        <Icon size={18} stroke={1.5} aria-hidden />
      )}
      <bdi>{name}</bdi>
      {file && <span className={classes.size}>{formatBytes(file.size)}</span>}
    </a>
  );
}
