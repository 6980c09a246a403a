'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { assertNever } from '@/lib/assert-never';
import { OrgChart } from './chart/org-chart';
import { DepartmentsPanel } from './departments/departments-panel';
import { OrgHeader } from './org-header';
import classes from './organisation-view.module.css';
import { PeoplePanel } from './people/people-panel';
import { type NewPassword, PasswordDialog } from './people/password-dialog';
import { PersonDrawer } from './people/person-drawer';
import { PositionsPanel } from './structure/positions-panel';
import { RolesPanel } from './structure/roles-panel';
import { WorkGroupsPanel } from './structure/work-groups-panel';
import { TransferDialog } from './transfer/transfer-dialog';
import { useOrgUrl } from './use-org-url';

/** The organisation: departments, people, positions, roles, work groups, and a chart of it all. */
export function OrganisationView() {
  const trpc = useTRPC();
  const [url, setUrl] = useOrgUrl();
  const [opened, setOpened] = useState<string | null>(null);
  const [isTransfer, setTransfer] = useState(false);
  const [made, setMade] = useState<NewPassword | null>(null);
  const { data } = useQuery(trpc.org.overview.queryOptions({}));
  const { tab } = url;
  const panel = () => {
    switch (tab) {
      case 'departments':
        return <DepartmentsPanel />;
      case 'people':
        return <PeoplePanel />;
      case 'positions':
        return <PositionsPanel opened={opened} onOpen={setOpened} />;
      case 'roles':
        return <RolesPanel opened={opened} onOpen={setOpened} />;
      case 'workGroups':
        return <WorkGroupsPanel opened={opened} onOpen={setOpened} />;
      case 'chart':
        return <OrgChart />;
      default:
        return assertNever(tab);
    }
  };
  const isPeople = tab === 'departments' || tab === 'people';
  return (
    <div className={classes.view}>
      <OrgHeader
        overview={data}
        tab={tab}
        onTab={(next) => {
          setOpened(null);
          setUrl(
            {
              tab: next,
              q: null,
              person: null,
              position: null,
              status: null,
              off: null,
              ...(next === 'departments' ? {} : { department: null }),
            },
            'push',
          );
        }}
        onAdd={() => setOpened('new')}
        onTransfer={() => setTransfer(true)}
      />
      <div className={classes.body}>{panel()}</div>
      {isPeople && opened === 'new' ? (
        <PersonDrawer
          person={null}
          departmentId={url.department || null}
          onClose={() => setOpened(null)}
          onSaved={({ id, name, login, password }) => {
            setOpened(null);
            setUrl({ person: id });
            if (password) setMade({ name, login, password });
          }}
        />
      ) : null}
      {made ? <PasswordDialog made={made} onClose={() => setMade(null)} /> : null}
      {isTransfer ? <TransferDialog onClose={() => setTransfer(false)} /> : null}
    </div>
  );
}
