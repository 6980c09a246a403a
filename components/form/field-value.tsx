'use client';

import { useTranslations } from 'next-intl';
import { useReader } from '@/components/ui/use-reader';
import { idsOf } from '@/forms/fields/ids';
import { configOf } from '@/forms/fields/registry';
import type { Field } from '@/forms/schema/schema';
import type { Json } from '@/lib/json';
import { useDocument } from './controls/uploaded';
import { FileLink } from './file-link';
import { useLookups } from './lookups-context';
import { ChosenNames } from './chosen-names';
import classes from './form.module.css';

type Props = { field: Field; value: Json /** In a table: no sign where the head says it, files by name. */; compact?: boolean };

/** A value for reading, in the reader's language; isolated, so that its writing direction stays its own. */
export function FieldValue({ field, value, compact = false }: Props) {
  const t = useTranslations('form');
  const reader = useReader();
  const lookups = useLookups();
  if (value === null || configOf(field).isEmpty(value)) {
    return <span className={classes.nothing}>{field.type === 'autoNumber' ? t('autoNumber') : compact ? '' : t('empty')}</span>;
  }
  if (field.type === 'file' || field.type === 'image') return <Files ids={idsOf(value)} pictures={field.type === 'image' && !compact} />;
  if (field.type === 'user' || field.type === 'department') return <ChosenNames kind={field.type} ids={idsOf(value)} />;
  const env = { locale: reader.locale, timeZone: reader.timeZone, lookups };
  const text = typeof value === 'string' && isMasked(value) ? value : configOf(field).display(field, value, env) || rawText(value);
  const plain =
    compact && (field.type === 'money' || (field.type === 'formula' && field.result.type === 'money'))
      ? text.replace(/^(-?)[^\d-]+\u00a0/, '$1')
      : text;
  return <bdi className={field.type === 'textarea' ? classes.lines : undefined}>{plain}</bdi>;
}

function Files({ ids, pictures }: { ids: readonly string[]; pictures: boolean }) {
  return (
    <span className={classes.files}>
      {ids.map((id) => (
        <File key={id} id={id} picture={pictures} />
      ))}
    </span>
  );
}

function File({ id, picture }: { id: string; picture: boolean }) {
  return <FileLink id={id} file={useDocument(id)} picture={picture} />;
}

const isMasked = (value: string): boolean => value.startsWith('****');

/** What was typed and is no value yet is still shown. */
function rawText(value: Json): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value.amount === 'string' ? value.amount : '';
}
