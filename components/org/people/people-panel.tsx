'use client';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterChips } from '@/components/ui/filter-chips';
import { SearchInput } from '@/components/ui/search-input';
import { DepartmentPicker } from '../department-picker';
import { PositionPicker } from '../position-picker';
import { useOrgUrl } from '../use-org-url';
import classes from './people.module.css';
import { PeopleTable, type PeopleFilter } from './people-table';
import { PersonSide } from './person-side';

const STATUSES = ['active', 'away', 'disabled'] as const;

/** Everybody, by pinyin; found by name, number or address, narrowed by department, position and whether they are there. */
export function PeoplePanel() {
  const t = useTranslations('org.people');
  const c = useTranslations('common.empty');
  const [url, setUrl] = useOrgUrl();
  const filter: PeopleFilter = {
    status: url.status,
    ...(url.q ? { search: url.q } : {}),
    ...(url.department ? { departmentId: url.department } : {}),
    ...(url.position ? { positionId: url.position } : {}),
  };
  const one = (value: string | readonly string[] | null) => (typeof value === 'string' ? value : null);
  return (
    <div className={classes.panel}>
      <div className={classes.tools}>
        <div className={classes.search}>
          <SearchInput size="xs" label={t('find')} value={url.q} onChange={(q) => setUrl({ q })} />
        </div>
        <div className={classes.filter}>
          <DepartmentPicker
            size="xs"
            ariaLabel={t('department')}
            placeholder={t('anyDepartment')}
            value={url.department || null}
            onChange={(value) => setUrl({ department: one(value) })}
          />
        </div>
        <div className={classes.filter}>
          <PositionPicker
            size="xs"
            ariaLabel={t('position')}
            placeholder={t('anyPosition')}
            value={url.position || null}
            onChange={(value) => setUrl({ position: one(value) })}
          />
        </div>
        <FilterChips
          label={t('status')}
          chips={STATUSES.map((id) => ({ id, label: t(`filter.${id}`) }))}
          value={url.status}
          onChange={(status) => setUrl({ status })}
        />
      </div>
      <PeopleTable
        label={t('label')}
        filter={filter}
        activeId={url.person || null}
        onOpen={(id) => setUrl({ person: id })}
        withNumber
        stickyTop={0}
        empty={<EmptyState title={c('filteredTitle')}>{c('filteredBody')}</EmptyState>}
      />
      <PersonSide id={url.person} onClose={() => setUrl({ person: null })} />
    </div>
  );
}
