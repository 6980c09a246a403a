'use client';

import { useLocale, useTranslations } from 'next-intl';
import { FileInput } from '@/components/form/file-input';
import { Tag } from '@/components/ui/tag';
import { localText } from '@/lib/json';
import type { DocumentTypeView } from '@/server/instance/request-page';
import type { RefusedFields } from './refused-fields';
import classes from './request.module.css';

export type DocumentChoice = { documentId: string; documentTypeId: string };

/** The process's document attachments that may be added now, under their types. */
export function DocumentsEdit({
  types,
  value,
  refused,
  onChange,
}: {
  types: readonly DocumentTypeView[];
  value: readonly DocumentChoice[];
  /** What the server said of a type that is missing or has too many files. */
  refused: RefusedFields;
  onChange(value: DocumentChoice[]): void;
}) {
  const t = useTranslations('request');
  const f = useTranslations('common');
  const locale = useLocale();
  if (types.length === 0) return null;
  return (
    <section className={classes.toAdd}>
      <h2>{t('addDocuments')}</h2>
      {types.map((type) => {
        const name = localText(type.name, locale);
        const chosen = value.filter((choice) => choice.documentTypeId === type.id).map((choice) => choice.documentId);
        const fault = refused.get(`documents.${type.id}`);
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
              value={chosen}
              invalid={fault !== undefined && chosen.length === 0}
              describedBy={`document-${type.id}-fault`}
              onChange={(ids) =>
                onChange([
                  ...value.filter((choice) => choice.documentTypeId !== type.id),
                  ...ids.map((documentId) => ({ documentId, documentTypeId: type.id })),
                ])
              }
            />
            {fault !== undefined && chosen.length === 0 && (
              <span id={`document-${type.id}-fault`} role="alert" className={classes.choiceFault}>
                {fault}
              </span>
            )}
          </div>
        );
      })}
    </section>
  );
}
