'use client';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { Change } from '@/components/ui/change';
import { ErrorState } from '@/components/ui/error-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { LinesSkeleton } from '@/components/ui/skeletons';
import type { Json } from '@/lib/json';
import type { OrgKind } from '@/server/org/org-option';
import type { Messages } from '@/messages/namespaces';
import classes from './people/person-panel.module.css';

type ActionKey = keyof Messages['org']['change'];
type FieldKey = keyof Messages['org']['field'];

/** What was changed on a record, newest first: who, when, and the plain fields before and after. */
export function RecordChanges({ kind, id }: { kind: OrgKind; id: string }) {
  const t = useTranslations('org.change');
  const f = useTranslations('org.field');
  const p = useTranslations('org.panel');
  const locale = useLocale();
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.org.changes.queryOptions({ kind, id }));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LinesSkeleton lines={4} />;
  if (data.length === 0) return <p className={classes.none}>{p('noChanges')}</p>;
  return (
    <ol className={classes.changes}>
      {data.map((change) => (
        <li key={change.id}>
          <div className={classes.changeHead}>
            <b>{t(actionKey(change.action))}</b>
            <span className={classes.meta}>
              {(locale === 'en' && change.actorNameEn) || change.actorName} · <RelativeTime value={change.at} />
            </span>
          </div>
          {fieldsOf(change.before, change.after).map(([field, from, to]) => (
            <p key={field} className={classes.changed}>
              <span>{f(field)}</span> <Change {...(from === '' ? {} : { from })} {...(to === '' ? {} : { to })} />
            </p>
          ))}
          {change.reason ? <p className={classes.changed}>{locale === 'zh' ? `「${change.reason}」` : `“${change.reason}”`}</p> : null}
        </li>
      ))}
    </ol>
  );
}

// helpers //////////////////////

const ACTIONS: Record<string, ActionKey> = {
  created: 'created',
  imported: 'imported',
  edited: 'edited',
  moved: 'moved',
  headSet: 'headSet',
  membersSet: 'membersSet',
  postsSet: 'postsSet',
  grantsSet: 'grantsSet',
  passwordReset: 'passwordReset',
  disabled: 'disabled',
  enabled: 'enabled',
  'delegation.created': 'delegated',
  'delegation.revoked': 'undelegated',
};

function actionKey(action: string): ActionKey {
  return ACTIONS[action] ?? ACTIONS[action.split('.')[1] ?? ''] ?? 'edited';
}

const FIELDS: readonly FieldKey[] = [
  'name',
  'nameZh',
  'nameEn',
  'code',
  'login',
  'employeeNo',
  'email',
  'phone',
  'rank',
  'startsOn',
  'endsOn',
];

/** The fields with a plain value that differ; ids and lists say nothing to a reader. */
function fieldsOf(before: Json, after: Json): [FieldKey, string, string][] {
  const [old, now] = [recordOf(before), recordOf(after)];
  if (!old || !now) return [];
  return FIELDS.map((field): [FieldKey, string, string] => [field, textOf(old[field]), textOf(now[field])]).filter(
    ([, from, to]) => from !== to,
  );
}

function recordOf(value: Json): { [key: string]: Json } | null {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : null;
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
