'use client';

import { useLocale, useTranslations } from 'next-intl';
import { FileInput } from '@/components/form/file-input';
import { Tag } from '@/components/ui/tag';
import { localText } from '@/lib/json';
import type { DocumentTypeView } from '@/server/instance/request-page';
import classes from './start.module.css';

export type DocumentChoice = { documentId: string; documentTypeId: string };

/** The process's document attachments that may be added now, under their types. */
export function DocumentsEdit({
  types,
  value,
  onChange,
}: {
  types: readonly DocumentTypeView[];
  value: readonly DocumentChoice[];
  onChange(value: DocumentChoice[]): void;
}) {
  const t = useTranslations('start');
  const f = useTranslations('common');
  const locale = useLocale() === 'en' ? 'en' : 'zh';
  const addable = types.filter((type) => type.addable);
  if (addable.length === 0) return null;
  return (
    <section className={classes.group}>
      <h2>{t('documents')}</h2>
      {addable.map((type) => {
        const name = localText(type.name, locale);
        return (
          <div key={type.id}>
            <strong>{name}</strong> <Tag tone={type.required ? 'ochre' : 'grey'}>{f(type.required ? 'required' : 'optional')}</Tag>{' '}
            <small>
              {t('formats', { formats: type.formats.length > 0 ? type.formats.join(', ') : t('anyFormat'), count: type.maxCount })}
            </small>
            <FileInput
              id={`document-${type.id}`}
              label={name}
              images={false}
              formats={type.formats}
              maxCount={type.maxCount}
              value={value.filter((choice) => choice.documentTypeId === type.id).map((choice) => choice.documentId)}
              onChange={(ids) =>
                onChange([
                  ...value.filter((choice) => choice.documentTypeId !== type.id),
                  ...ids.map((documentId) => ({ documentId, documentTypeId: type.id })),
                ])
              }
            />
          </div>
        );
      })}
    </section>
  );
}
