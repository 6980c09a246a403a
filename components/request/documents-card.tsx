'use client';

import { IconFile, IconPhoto } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { RelativeTime } from '@/components/ui/relative-time';
import { Tag } from '@/components/ui/tag';
import { UserName } from '@/components/ui/user-name';
import { formatBytes } from '@/lib/format/bytes';
import { localText } from '@/lib/json';
import type { DocumentTypeView, DocumentView } from '@/server/instance/request-page';
import classes from './request.module.css';

/** The files of a request under their types; a missing required one is named. */
export function DocumentsCard({ documents, types }: { documents: readonly DocumentView[]; types: readonly DocumentTypeView[] }) {
  const t = useTranslations('request');
  const locale = useLocale();
  const groups = [
    ...types.map((type) => ({
      key: type.id,
      name: localText(type.name, locale),
      required: type.required,
      files: documents.filter((file) => file.documentTypeId === type.id),
    })),
    { key: '', name: t('formFiles'), required: false, files: documents.filter((file) => file.documentTypeId === null) },
  ];
  const shown = groups.filter((group) => group.files.length > 0 || group.required);
  if (shown.length === 0) return <p className={classes.empty}>{t('noDocuments')}</p>;
  return (
    <div className={classes.documents}>
      {shown.map((group) => (
        <section key={group.key}>
          <h3>
            {group.name} {group.required && group.files.length === 0 && <Tag tone="ochre">{t('documentMissing')}</Tag>}
          </h3>
          <ul>
            {group.files.map((file) => (
              <li key={file.id}>
                {file.inline ? <IconPhoto size={18} stroke={1.5} aria-hidden /> : <IconFile size={18} stroke={1.5} aria-hidden />}
                <a href={`/api/documents/${file.id}`} download={file.name}>
                  <bdi>{file.name}</bdi>
                </a>
                <span className={classes.meta}>{formatBytes(file.size)}</span>
                <span className={classes.meta}>
                  <UserName person={file.uploadedBy} /> <RelativeTime value={file.at} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
