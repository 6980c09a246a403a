import { newId } from '@/lib/id';
import { createDelegation } from '@/server/org/create-delegation';
import { disableRecord } from '@/server/org/disable-record';
import { disableUser } from '@/server/org/disable-user';
import { addDepartment, addPosition, addUser, ctxOf } from '../portal';
import { permissions } from '@/server/auth/permissions';
import { query } from '@/server/db/client';
import { type Deeds, fresh } from './deed';

const names = () => ({ code: fresh('code'), nameZh: '名称', nameEn: '' });
const admin = async () => ctxOf(await addUser('administrator'), permissions);
const department = async () => ({ id: (await addDepartment('部')).id, rev: 1 });
const position = async () => ({ id: await addPosition('岗', 5), rev: 1 });
const person = async () => ({ id: (await addUser('人')).id, rev: 1 });
const personal = () => ({ login: fresh('login'), name: '新人', nameEn: '', email: null, employeeNo: null, phone: null });
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

async function made(table: 'role' | 'work_group'): Promise<{ id: string; rev: number }> {
  const id = newId();
  await query({ text: `insert into portal.${table} (id, code, name_zh, name_en) values ($1, $2, '名', '')`, values: [id, fresh(table)] });
  return { id, rev: 1 };
}

async function posts(): Promise<object> {
  return { posts: [{ departmentId: (await department()).id, positionId: (await position()).id, isPrimary: true }] };
}

const ONCE = 'the password is shown once and kept nowhere';

export const orgDeeds: Deeds = {
  'org.createDepartment': { input: () => ({ ...names(), parentId: null }), other: { nameZh: '别的' } },
  'org.editDepartment': { input: async () => ({ ...(await department()), ...names() }), other: { nameZh: '别的' } },
  'org.moveDepartment': {
    input: async () => ({ ...(await department()), parentId: (await department()).id }),
    other: { parentId: null },
  },
  'org.setDepartmentHead': { input: async () => ({ ...(await department()), headId: (await person()).id }), other: { headId: null } },
  'org.createPosition': { input: () => ({ ...names(), rank: 3 }), other: { rank: 4 } },
  'org.editPosition': { input: async () => ({ ...(await position()), ...names(), rank: 3 }), other: { rank: 4 } },
  'org.createRole': { input: () => names(), other: { nameZh: '别的' } },
  'org.editRole': { input: async () => ({ ...(await made('role')), ...names() }), other: { nameZh: '别的' } },
  'org.setRoleMembers': {
    input: async () => ({ ...(await made('role')), lines: [{ kind: 'user', userId: (await person()).id }] }),
    other: { lines: [] },
  },
  'org.createWorkGroup': { input: () => names(), other: { nameZh: '别的' } },
  'org.editWorkGroup': { input: async () => ({ ...(await made('work_group')), ...names() }), other: { nameZh: '别的' } },
  'org.setWorkGroupMembers': {
    input: async () => ({ ...(await made('work_group')), userIds: [(await person()).id] }),
    other: { userIds: [] },
  },
  'org.disableRecord': { input: async () => ({ ...(await position()), kind: 'position' }), other: { reason: 'another' } },
  'org.enableRecord': {
    input: async () => {
      const record = { ...(await position()), kind: 'position' as const };
      return { ...record, ...(await disableRecord(await admin(), { commandId: newId(), ...record, reason: '' })) };
    },
    other: { rev: 9 },
  },
  'org.createUser': { input: async () => ({ ...personal(), ...(await posts()) }), other: { name: '别人' }, answersAnew: ONCE },
  'org.editUser': { input: async () => ({ ...(await person()), ...personal() }), other: { name: '别人' } },
  'org.setPosts': {
    input: async () => ({ userId: (await person()).id, rev: 1, ...(await posts()) }),
    other: { rev: 9 },
  },
  'org.disableUser': { input: person, other: { reason: 'another' } },
  'org.enableUser': {
    input: async () => {
      const user = await person();
      const { rev } = await disableUser(await admin(), { commandId: newId(), ...user, reason: '' });
      return { ...user, rev };
    },
    other: { rev: 9 },
  },
  'org.resetPassword': { input: async () => ({ id: (await person()).id }), other: { id: newId() }, answersAnew: ONCE },
  'org.setGrants': { input: async () => ({ userId: (await person()).id, rev: 1, grants: ['designer'] }), other: { grants: [] } },
  'org.createDelegation': {
    input: async () => ({ userId: (await person()).id, proxyId: (await person()).id, startsAt: day(0), endsAt: day(2) }),
    other: { reason: 'another' },
  },
  'org.revokeDelegation': {
    input: async () => {
      const dates = { startsAt: day(0), endsAt: day(2), processIds: [], reason: '' };
      return {
        id: (
          await createDelegation(await admin(), { commandId: newId(), userId: (await person()).id, proxyId: (await person()).id, ...dates })
        ).id,
      };
    },
    other: { id: newId() },
    refused: 'NOT_FOUND',
  },
};
