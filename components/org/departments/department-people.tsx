'use client';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useAppError } from '@/components/shell/use-app-error';
import { useTRPC } from '@/components/shell/trpc';
import { EmptyState } from '@/components/ui/empty-state';
import { personName } from '@/lib/format/person';
import type { DepartmentView } from '@/server/org/list-departments';
import { Findings } from '../findings';
import { PeopleTable } from '../people/people-table';
import { PersonPanel } from '../people/lazy-person-panel';
import { PersonSide } from '../people/person-side';
import { useLocal } from '@/components/ui/use-local';
import { useOrgRefresh } from '../use-org-refresh';
import { useOrgUrl } from '../use-org-url';
import type { Acting } from './departments-panel';
import { DepartmentMenu } from './department-menu';
import classes from './departments-panel.module.css';
import { siblingsOf, type Target } from './use-move-department';

type Props = {
  department: DepartmentView;
  departments: readonly DepartmentView[];
  move: (id: string, to: Target) => Promise<boolean>;
  onAct: (act: Acting['act']) => void;
  onSetHead: (departmentId: string) => void;
};

/** The people of one department and below, what wants a decision, and the one person who is open. */
export function DepartmentPeople({ department, departments, move, onAct, onSetHead }: Props) {
  const t = useTranslations('org.department');
  const locale = useLocale();
  const local = useLocal();
  const trpc = useTRPC();
  const onError = useAppError();
  const refresh = useOrgRefresh();
  const [url, setUrl] = useOrgUrl();
  const isWide = useMediaQuery('(min-width: 1280px)') ?? true;
  const overview = useQuery(trpc.org.overview.queryOptions({}));
  const enable = useMutation(trpc.org.enableRecord.mutationOptions({ onError, onSettled: refresh }));
  const siblings = siblingsOf(departments, department);
  const at = siblings.indexOf(department);
  const findings = (overview.data?.findings ?? []).filter((finding) => department.parentId === null || concerns(finding, department.id));
  const hasBelow = departments.some((other) => other.parentId === department.id);
  const facts = [
    hasBelow ? t('withBelow', { count: department.peopleBelow }) : t('people', { count: department.people }),
    department.head ? t('headIs', { name: personName(department.head, locale) }) : t('headless'),
  ];
  const open = (id: string | null) => setUrl({ person: id });
  return (
    <>
      <section className={classes.people} aria-label={local(department.name)}>
        <header className={classes.paneHead}>
          <h2 className={classes.paneTitle}>{local(department.name)}</h2>
          <span className={classes.paneMeta}>{facts.join(' · ')}</span>
          <span className={classes.paneEnd}>
            <Button size="xs" variant="subtle" onClick={() => onAct('edit')} disabled={department.disabled}>
              {t('edit')}
            </Button>
            <DepartmentMenu
              department={department}
              isFirst={at === 0}
              isLast={at === siblings.length - 1}
              onAct={(act) => {
                if (act === 'up') void move(department.id, { parentId: department.parentId, beforeId: siblings[at - 1]?.id ?? null });
                else if (act === 'down')
                  void move(department.id, { parentId: department.parentId, beforeId: siblings[at + 2]?.id ?? null });
                else if (act === 'enable')
                  enable.mutate({ commandId: crypto.randomUUID(), kind: 'department', id: department.id, rev: department.rev });
                else onAct(act);
              }}
            />
          </span>
        </header>
        <div className={classes.scroll}>
          <PeopleTable
            key={department.id}
            label={t('peopleOf', { name: local(department.name) })}
            filter={{ departmentId: department.id }}
            activeId={url.person || null}
            onOpen={open}
            stickyTop={0}
            empty={<EmptyState title={t('emptyTitle')}>{t('emptyBody')}</EmptyState>}
            below={<Findings findings={findings} onSetHead={onSetHead} />}
          />
        </div>
      </section>
      {isWide && url.person ? (
        <aside className={classes.person}>
          <PersonPanel key={url.person} id={url.person} onClose={() => open(null)} />
        </aside>
      ) : null}
      {isWide ? null : <PersonSide id={url.person} onClose={() => open(null)} />}
    </>
  );
}

// helpers //////////////////////

function concerns(finding: { kind: string; departmentId?: string }, departmentId: string): boolean {
  return finding.departmentId === departmentId;
}
