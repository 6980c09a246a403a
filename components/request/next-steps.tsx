'use client';

import { useLocale, useTranslations } from 'next-intl';
import { UserAvatar } from '@/components/ui/user-avatar';
import { personName } from '@/lib/format/person';
import type { ConditionWords } from '@/server/instance/condition-words';
import type { NextStep } from '@/server/instance/views';
import { noteName } from './note-name';
import classes from './request.module.css';

/** What comes after, with real names, as the engine itself would run it. */
export function NextSteps({ steps, complete = true }: { steps: readonly NextStep[]; complete?: boolean }) {
  const t = useTranslations('request');
  const locale = useLocale();
  return (
    <ol className={classes.next}>
      {steps.map((step, index) => (
        <li key={`${step.elementId}-${index}`} data-skipped={step.skipped !== null || undefined}>
          {step.skipped ? (
            <span className={classes.node}>{t('stepMark.skipped')}</span>
          ) : step.people[0] ? (
            <UserAvatar person={step.people[0]} size="m" />
          ) : (
            <span className={classes.node}>{t(`stepMark.${step.kind}`)}</span>
          )}
          <div>
            <strong>{step.people.length > 0 ? peopleOf(step) : step.elementName || t(`stepKind.${step.kind}`)}</strong>
            <span className={classes.meta}>
              {step.skipped
                ? step.skipped.condition === null
                  ? t('stepNotTaken')
                  : t('stepSkipped', {
                      condition: step.skipped.words ? inWords(step.skipped.words) : step.skipped.flowName || step.skipped.condition,
                    })
                : step.people.length > 0
                  ? step.elementName
                  : t(`stepKind.${step.kind}`)}
              {step.rule && step.people.length > 1 && ` · ${t(`ruleShort.${step.rule}`)}`}
              {[...new Set(step.notes.map((note) => noteName(note.kind)))].map((name) => ` · ${t(`stepNote.${name}`)}`)}
            </span>
          </div>
        </li>
      ))}
      {complete && steps.length === 0 && (
        <li>
          <span className={classes.node}>{t('stepMark.end')}</span>
          <div>
            <strong>{t('stepKind.end')}</strong>
            <span className={classes.meta}>{t('nothingAfter')}</span>
          </div>
        </li>
      )}
      {!complete && (
        <li>
          <span className={classes.node}>?</span>
          <span className={classes.meta}>{t('chainOpen')}</span>
        </li>
      )}
    </ol>
  );

  function inWords({ join, clauses }: ConditionWords): string {
    return clauses
      .map(({ label, operator, values }) => t(`clause.${operator}`, { label, value: values.join(t('clauseOr')) }))
      .join(t(join === 'and' ? 'clauseAnd' : 'clauseOr'));
  }

  function peopleOf(step: NextStep): string {
    const names = step.people.slice(0, 3).map((person) => personName(person, locale));
    return names.join(t('listSeparator')) + (step.people.length > 3 ? t('andOthers', { count: step.people.length }) : '');
  }
}
