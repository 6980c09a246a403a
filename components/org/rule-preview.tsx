'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { useErrorText } from '@/components/shell/use-app-error';
import { UserAvatar } from '@/components/ui/user-avatar';
import type { AssignmentRule } from '@/lib/bpmn/assignment';
import classes from './rule-preview.module.css';
import { useLocal } from '@/components/ui/use-local';

type Props = {
  rules: readonly AssignmentRule[];
  except?: readonly AssignmentRule[];
  /** As whom the rules are tried; without one, the reader. */
  applicantId?: string;
  levels?: number | null;
};

const SHOWN = 12;

/** Whom assignment rules find right now, by the engine's own look-up. */
export function RulePreview({ rules, except = [], applicantId, levels = null }: Props) {
  const t = useTranslations('org.preview');
  const local = useLocal();
  const trpc = useTRPC();
  const read = useErrorText();
  const complete = rules.filter(isComplete);
  const { data, error, isPending } = useQuery({
    ...trpc.org.preview.queryOptions(
      { rules: [...complete], except: except.filter(isComplete), levels, ...(applicantId ? { applicantId } : {}) },
      { enabled: complete.length > 0, staleTime: 10_000, retry: false },
    ),
    placeholderData: keepPreviousData,
  });
  const head =
    complete.length === 0 ? t('none') : error ? read(error).message : isPending || !data ? t('asking') : t('found', { count: data.total });
  const people = complete.length > 0 && !error ? (data?.people ?? []) : [];
  return (
    <section className={classes.preview} aria-label={t('label')} aria-live="polite">
      <p className={classes.head}>{head}</p>
      {people.length > 0 ? (
        <ul className={classes.people}>
          {people.slice(0, SHOWN).map((person) => (
            <li key={person.id}>
              <UserAvatar size="s" person={{ name: person.name.zh, nameEn: person.name.en }} />
              <span>{local(person.name)}</span>
              {person.detail ? <span className={classes.via}>{local(person.detail)}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {data && data.total > SHOWN && people.length > 0 ? <p className={classes.via}>{t('more', { count: data.total - SHOWN })}</p> : null}
      {data && data.open > 0 ? <p className={classes.via}>{t('open', { count: data.open })}</p> : null}
    </section>
  );
}

// helpers //////////////////////

/** A rule that is still being put together names nobody yet and would be refused. */
function isComplete(rule: AssignmentRule): boolean {
  return Object.values(rule).every((value) => !Array.isArray(value) || value.length > 0);
}
