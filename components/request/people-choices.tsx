'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { UserPicker } from '@/components/org/user-picker';
import type { PeopleChoice } from '@/server/instance/views';
import type { RefusedFields } from './refused-fields';
import classes from './request.module.css';

type Props = {
  choices: readonly PeopleChoice[];
  value: Readonly<Record<string, readonly string[]>>;
  /** What the server said of a choice that was missing or did not fit. */
  refused: RefusedFields;
  onChange(value: Record<string, string[]>): void;
};

/** The activities for which somebody has to say now who acts. */
export function PeopleChoices({ choices, value, refused, onChange }: Props) {
  const t = useTranslations('request');
  const box = useRef<HTMLDivElement>(null);
  const current = Object.fromEntries(Object.entries(value).map(([key, ids]) => [key, [...ids]]));
  const first = choices.find((choice) => refused.has(`chosen.${choice.elementId}`))?.elementId;
  useEffect(() => {
    if (first !== undefined) box.current?.querySelector<HTMLElement>(`#choose-${first}`)?.focus();
  }, [first, refused]);
  return (
    <div ref={box} className={classes.choices}>
      {choices.map((choice) => {
        const id = `choose-${choice.elementId}`;
        const ids = current[choice.elementId] ?? [];
        const fault = ids.length === 0 ? refused.get(`chosen.${choice.elementId}`) : undefined;
        return (
          <div key={choice.elementId} className={classes.choice}>
            <label htmlFor={id}>{t('whoFor', { element: choice.elementName })}</label>
            <UserPicker
              id={id}
              multiple={choice.multiple}
              ariaLabel={t('whoFor', { element: choice.elementName })}
              invalid={fault !== undefined}
              {...(fault === undefined ? {} : { describedBy: `${id}-fault` })}
              value={choice.multiple ? ids : (ids[0] ?? null)}
              onChange={(next) =>
                onChange({ ...current, [choice.elementId]: next === null ? [] : typeof next === 'string' ? [next] : [...next] })
              }
            />
            {fault !== undefined && (
              <span id={`${id}-fault`} role="alert" className={classes.choiceFault}>
                {t('chooseFirst')}
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}
