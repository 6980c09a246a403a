'use client';
import { Button, Switch } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconSitemap } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { ErrorState } from '@/components/ui/error-state';
import { LazyDrawer } from '@/components/ui/lazy-drawer';
import { SearchInput } from '@/components/ui/search-input';
import { LinesSkeleton } from '@/components/ui/skeletons';
import type { DepartmentView } from '@/server/org/list-departments';
import { useLocal } from '@/components/ui/use-local';
import { useOrgUrl } from '../use-org-url';
import type { DepartmentAct } from './department-menu';
import { DepartmentTree } from './department-tree';
import classes from './departments-panel.module.css';
import type { Drop } from './use-tree-drag';
import { siblingsOf, useMoveDepartment } from './use-move-department';

const DepartmentActs = dynamic(() => import('./department-acts').then((module) => module.DepartmentActs), { ssr: false });
const loadPeople = () => import('./department-people').then((module) => module.DepartmentPeople);
const DepartmentPeople = dynamic(loadPeople, { ssr: false, loading: () => <LinesSkeleton lines={12} /> });
// Its code comes while the departments are asked for.
if (typeof window !== 'undefined') void loadPeople();

export type Acting = { act: Exclude<DepartmentAct, 'up' | 'down' | 'enable'>; department: DepartmentView };

/** The tree at the left, the people of the chosen department beside it; on a phone the tree opens from above. */
export function DepartmentsPanel() {
  const t = useTranslations('org.tree');
  const c = useTranslations('common');
  const trpc = useTRPC();
  const local = useLocal();
  const [url, setUrl] = useOrgUrl();
  const [search, setSearch] = useState('');
  const [isTreeOpen, setTreeOpen] = useState(false);
  const [acting, setActing] = useState<Acting | null>(null);
  const isPhone = useMediaQuery('(max-width: 767.98px)') ?? false;
  const { data, error, refetch } = useQuery(trpc.org.departments.queryOptions({ withDisabled: url.withDisabled }));
  const departments = data ?? [];
  const { move, isMoving } = useMoveDepartment(departments);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const selected = departments.find(({ id }) => id === url.department) ?? departments[0] ?? null;
  const select = (id: string) => {
    setUrl({ department: id, person: null });
    setTreeOpen(false);
  };
  const drop = ({ id, target, operation }: Drop) => {
    const onto = departments.find((department) => department.id === target);
    if (!onto) return;
    if (operation === 'combine') return void move(id, { parentId: target, beforeId: null });
    const siblings = siblingsOf(departments, onto).filter((department) => department.id !== id);
    const at = siblings.indexOf(onto) + (operation === 'reorder-after' ? 1 : 0);
    void move(id, { parentId: onto.parentId, beforeId: siblings[at]?.id ?? null });
  };
  const tree = (
    <>
      <div className={classes.find}>
        <SearchInput size="xs" label={t('find')} value={search} onChange={setSearch} />
      </div>
      <div className={classes.scroll}>
        {data ? (
          <DepartmentTree
            departments={departments}
            search={search}
            selected={selected?.id ?? null}
            onSelect={select}
            onDrop={drop}
            onMove={move}
          />
        ) : (
          <LinesSkeleton lines={12} />
        )}
      </div>
      <div className={classes.treeFoot}>
        <Switch
          label={t('withDisabled')}
          checked={url.withDisabled}
          onChange={(event) => setUrl({ off: event.currentTarget.checked ? '1' : null })}
        />
      </div>
    </>
  );
  return (
    <div className={classes.panes}>
      {isPhone ? (
        <>
          <Button fullWidth justify="flex-start" leftSection={<IconSitemap size={18} stroke={1.5} />} onClick={() => setTreeOpen(true)}>
            {selected ? local(selected.name) : t('label')}
          </Button>
          <LazyDrawer
            closeButtonProps={{ 'aria-label': c('close') }}
            opened={isTreeOpen}
            onClose={() => setTreeOpen(false)}
            position="bottom"
            size="85%"
            title={t('label')}
          >
            {tree}
          </LazyDrawer>
        </>
      ) : (
        <aside className={classes.tree} aria-label={t('label')}>
          {tree}
        </aside>
      )}
      {selected ? (
        <DepartmentPeople
          department={selected}
          departments={departments}
          move={move}
          onAct={(act) => setActing({ act, department: selected })}
          onSetHead={(id) => {
            const department = departments.find((one) => one.id === id);
            if (department) setActing({ act: 'edit', department });
          }}
        />
      ) : null}
      {acting ? (
        <DepartmentActs
          acting={acting}
          departments={departments}
          move={move}
          isMoving={isMoving}
          onClose={() => setActing(null)}
          onSelect={select}
        />
      ) : null}
    </div>
  );
}
