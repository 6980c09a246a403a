'use client';

import { useTranslations } from 'next-intl';
import { noLookups } from '@/forms/fields/config';
import { configOf } from '@/forms/fields/registry';
import { toChineseCapitals } from '@/lib/money/chinese-capitals';
import { toEnglishWords } from '@/lib/money/english-words';
import type { Field, ScalarField } from '@/forms/schema/schema';
import { useReader } from '@/components/ui/use-reader';
import { localText } from '@/lib/json';
import { findCurrency } from '@/lib/money/currency';
import classes from './canvas.module.css';

const SHOWN = 4;

/** What will stand in a field, said shortly: its default, its choices, its formula, its limits. */
export function FieldHint({ field }: { field: Exclude<Field, { type: 'subTable' }> }) {
  const t = useTranslations('builder');
  const { locale, timeZone } = useReader();
  const preset = presetText();
  if (preset !== null) return <span className={classes.preset}>{preset}</span>;
  return <span className={classes.hint}>{hintText(field)}</span>;

  function presetText(): string | null {
    if (field.default?.kind === 'context') return t(`context.${field.default.name}`);
    if (field.default?.kind === 'expression') return `= ${field.default.expression}`;
    if (field.default?.kind === 'value')
      return configOf(field).display(field, field.default.value, { locale, timeZone, lookups: noLookups }) || null;
    return null;
  }

  function hintText(of: ScalarField): string {
    switch (of.type) {
      case 'text':
      case 'textarea':
        return (
          localText(of.placeholder ?? { zh: '', en: '' }, locale) ||
          (of.maxLength ? t('hintLength', { max: of.maxLength }) : t(`type.${of.type}`))
        );
      case 'money':
        return `${findCurrency(of.currency)?.symbol ?? of.currency}0.00${of.capitals && of.currency === 'CNY' ? `  ${(locale === 'zh' ? toChineseCapitals : toEnglishWords)('0') ?? ''}` : ''}`;
      case 'percentage':
        return '0%';
      case 'integer':
      case 'number':
        return `0${of.unit ? ` ${localText(of.unit, locale)}` : ''}`;
      case 'select':
      case 'multiSelect':
      case 'radio':
      case 'checkbox': {
        const offered = of.options.filter((option) => !option.retired);
        const shown = offered.slice(0, SHOWN).map((option) => localText(option.label, locale) || '…');
        return `${shown.join(' / ')}${offered.length > SHOWN ? ' …' : ''}`;
      }
      case 'formula':
        return of.expression;
      case 'autoNumber':
        return of.pattern;
      case 'file':
      case 'image':
        return t('hintFiles', { count: of.maxCount, size: of.maxSizeMb });
      case 'date':
      case 'time':
      case 'dateTime':
      case 'dateRange':
      case 'switch':
      case 'user':
      case 'department':
        return t(`type.${of.type}`);
    }
  }
}
