'use client';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { assertNever } from '@/lib/assert-never';
import { DepartmentsPanel } from './departments/departments-panel';
import { OrgHeader } from './org-header';
import classes from './organisation-view.module.css';
import type { NewPassword } from './people/password-dialog';
import { useOrgUrl } from './use-org-url';

const PeoplePanel = dynamic(() => import('./people/people-panel').then((module) => module.PeoplePanel), { ssr: false });
const PositionsPanel = dynamic(() => import('./structure/positions-panel').then((module) => module.PositionsPanel), { ssr: false });
const RolesPanel = dynamic(() => import('./structure/roles-panel').then((module) => module.RolesPanel), { ssr: false });
const WorkGroupsPanel = dynamic(() => import('./structure/work-groups-panel').then((module) => module.WorkGroupsPanel), { ssr: false });
const OrgChart = dynamic(() => import('./chart/org-chart').then((module) => module.OrgChart), { ssr: false });
const PersonDrawer = dynamic(() => import('./people/person-drawer').then((module) => module.PersonDrawer), { ssr: false });
const PasswordDialog = dynamic(() => import('./people/password-dialog').then((module) => module.PasswordDialog), { ssr: false });
const TransferDialog = dynamic(() => import('./transfer/transfer-dialog').then((module) => module.TransferDialog), { ssr: false });

/** The organisation: departments, people, positions, roles, work groups, and a chart of it all. */
export function OrganisationView() {
  const trpc = useTRPC();
  const [url, setUrl] = useOrgUrl();
  const [opened, setOpened] = useState<string | null>(null);
  const [isTransfer, setTransfer] = useState(false);
  const [made, setMade] = useState<(NewPassword & { id: string }) | null>(null);
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
            // The person opens when the password has been taken down: two layers at once would hide it.
            if (password) setMade({ id, name, login, password });
            else setUrl({ person: id });
          }}
        />
      ) : null}
      {made ? (
        <PasswordDialog
          made={made}
          onClose={() => {
            setMade(null);
            setUrl({ person: made.id });
          }}
        />
      ) : null}
      {isTransfer ? <TransferDialog onClose={() => setTransfer(false)} /> : null}
    </div>
  );
}
