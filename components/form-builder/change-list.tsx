'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Now, Was } from '@/components/ui/change';
import type { FormChange, PropertyChange } from '@/forms/schema/diff';
import { type Json, type LocalText, localText } from '@/lib/json';
import classes from './changes.module.css';

/** What is different between two drawings of a form, thing by thing, in the reader's words. */
export function ChangeList({ changes }: { changes: readonly FormChange[] }) {
  const t = useTranslations('builder');
  if (changes.length === 0) return <p className={classes.none}>{t('noChanges')}</p>;
  return (
    <ul className={classes.changes}>
      {changes.map((change) => (
        <Change key={`${change.kind}-${change.subject}-${change.id}`} change={change} />
      ))}
    </ul>
  );
}

// helpers //////////////////////

function Change({ change }: { change: FormChange }) {
  const t = useTranslations('builder');
  const locale = useLocale();
  const text = (value: LocalText) => localText(value, locale) || t('unnamed');
  const type = change.type === 'form' ? t('form') : change.type === 'section' ? t('section') : t(`type.${change.type}`);
  return (
    <li>
      <span className={classes.mark} data-kind={change.kind} aria-hidden>
        {t(`changeMark.${change.kind}`)}
      </span>
      <div>
        <div>
          {t(`changeKind.${change.kind}`)} {change.table && <span className={classes.table}>{text(change.table)} · </span>}
          <strong>{text(change.label)}</strong> <span className={classes.type}>{type}</span>
        </div>
        {change.columns.length > 0 && (
          <p className={classes.detail}>{t('changeColumns', { columns: change.columns.map(text).join(locale === 'zh' ? '、' : ', ') })}</p>
        )}
        {change.kind === 'removed' && (change.subject === 'field' || change.subject === 'column') && (
          <p className={classes.detail}>{t('changeRemoved')}</p>
        )}
        {change.changes.map((property) => (
          <Property key={property.name} property={property} />
        ))}
      </div>
    </li>
  );
}

function Property({ property: { name, before, after } }: { property: PropertyChange }) {
  const t = useTranslations('builder');
  const locale = useLocale();
  const [base = '', part] = name.split('.');
  const isOption = base === 'option';
  const known = t.has(`property.${base}` as never) ? t(`property.${base}` as never) : base;
  const label = (part === 'zh' || part === 'en') && !isOption ? t('inLanguage', { label: known, language: t(`language.${part}`) }) : known;
  const show = (value: Json): string => valueText(value);
  return (
    <p className={classes.detail}>
      {label} {before !== null && <Was>{show(before)}</Was>} {after !== null && <Now>{show(after)}</Now>}
    </p>
  );

  function valueText(value: Json): string {
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    if (Array.isArray(value))
      return value.every((item) => typeof item === 'string') ? value.join(', ') : t('items', { count: value.length });
    if (value === null) return '';
    if (isTexts(value.label)) return `${localText(value.label, locale)}${value.retired === true ? ` · ${t('retired')}` : ''}`;
    if (typeof value.expression === 'string') return value.expression;
    if (value.kind === 'context' && typeof value.name === 'string') return t(`context.${value.name}` as never);
    if (value.kind === 'value') return valueText(value.value ?? null);
    return JSON.stringify(value);
  }
}

function isTexts(value: Json | undefined): value is LocalText {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value.zh === 'string' && typeof value.en === 'string'
  );
}
