'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { FileInput } from '@/components/form/file-input';
import { Tag } from '@/components/ui/tag';
import { localText } from '@/lib/json';
import type { DocumentTypeView, DocumentView } from '@/server/instance/request-page';
import type { RefusedFields } from './refused-fields';
import classes from './request.module.css';

export type DocumentChoice = { documentId: string; documentTypeId: string };

/** The process's document attachments that may be added now, under their types. */
export function DocumentsEdit({
  types,
  value,
  present,
  refused,
  onChange,
}: {
  types: readonly DocumentTypeView[];
  value: readonly DocumentChoice[];
  /** What the request has already: it counts. */
  present: readonly DocumentView[];
  /** What the server said of a type that is missing or has too many files. */
  refused: RefusedFields;
  onChange(value: DocumentChoice[]): void;
}) {
  const t = useTranslations('request');
  const f = useTranslations('common');
  const locale = useLocale();
  const box = useRef<HTMLElement>(null);
  const people = [...refused.keys()].some((path) => path.startsWith('chosen.'));
  const first = people ? undefined : types.find((type) => refused.has(`documents.${type.id}`))?.id;
  useEffect(() => {
    if (first !== undefined) box.current?.querySelector<HTMLElement>(`#document-${first}`)?.focus();
  }, [first, refused]);
  if (types.length === 0) return null;
  return (
    <section ref={box} className={classes.toAdd}>
      <h2>{t('addDocuments')}</h2>
      {types.map((type) => {
        const name = localText(type.name, locale);
        const chosen = value.filter((choice) => choice.documentTypeId === type.id).map((choice) => choice.documentId);
        const there = present.filter((document) => document.documentTypeId === type.id).length;
        const required = type.required && there === 0;
        const isMissing = required && chosen.length === 0 && refused.has(`documents.${type.id}`);
        return (
          <div key={type.id}>
            <strong>{name}</strong> <Tag tone={required ? 'ochre' : 'grey'}>{f(required ? 'required' : 'optional')}</Tag>{' '}
            <small>
              {t('formats', {
                formats: type.formats.length > 0 ? type.formats.join(t('listSeparator')) : t('anyFormat'),
                count: type.maxCount,
                present: there,
              })}
            </small>
            <FileInput
              id={`document-${type.id}`}
              label={name}
              images={false}
              formats={type.formats}
              maxCount={type.maxCount - there}
              value={chosen}
              invalid={isMissing}
              describedBy={isMissing ? `document-${type.id}-fault` : undefined}
              onChange={(ids) =>
                onChange([
                  ...value.filter((choice) => choice.documentTypeId !== type.id),
                  ...ids.map((documentId) => ({ documentId, documentTypeId: type.id })),
                ])
              }
            />
            {isMissing && (
              <span id={`document-${type.id}-fault`} role="alert" className={classes.choiceFault}>
                {t('documentWanted', { name })}
              </span>
            )}
          </div>
        );
      })}
    </section>
  );
}
