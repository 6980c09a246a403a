'use client';

import { useTranslations } from 'next-intl';
import { UserPicker } from '@/components/org/user-picker';
import type { PeopleChoice } from '@/server/instance/views';
import classes from './request.module.css';

type Props = {
  choices: readonly PeopleChoice[];
  value: Readonly<Record<string, readonly string[]>>;
  onChange(value: Record<string, string[]>): void;
};

/** The activities for which somebody has to say now who acts. */
export function PeopleChoices({ choices, value, onChange }: Props) {
  const t = useTranslations('request');
  const current = Object.fromEntries(Object.entries(value).map(([key, ids]) => [key, [...ids]]));
  return (
    <div className={classes.stack}>
      {choices.map((choice) => (
        <label key={choice.elementId}>
          <span>{t('whoFor', { element: choice.elementName })}</span>
          <UserPicker
            multiple={choice.multiple}
            ariaLabel={t('whoFor', { element: choice.elementName })}
            value={choice.multiple ? (current[choice.elementId] ?? []) : (current[choice.elementId]?.[0] ?? null)}
            onChange={(ids) => onChange({ ...current, [choice.elementId]: ids === null ? [] : typeof ids === 'string' ? [ids] : [...ids] })}
          />
        </label>
      ))}
    </div>
  );
}
