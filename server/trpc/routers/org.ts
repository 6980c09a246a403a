import { CreateDelegationInput, createDelegation } from '@/server/org/create-delegation';
import { CreateDepartmentInput, createDepartment } from '@/server/org/create-department';
import { CreatePositionInput, createPosition } from '@/server/org/create-position';
import { CreateRoleInput, createRole } from '@/server/org/create-role';
import { CreateUserInput, createUser } from '@/server/org/create-user';
import { CreateWorkGroupInput, createWorkGroup } from '@/server/org/create-work-group';
import { DisableRecordInput, disableRecord } from '@/server/org/disable-record';
import { DisableUserInput, disableUser } from '@/server/org/disable-user';
import { EditDepartmentInput, editDepartment } from '@/server/org/edit-department';
import { EditPositionInput, editPosition } from '@/server/org/edit-position';
import { EditRoleInput, editRole } from '@/server/org/edit-role';
import { EditUserInput, editUser } from '@/server/org/edit-user';
import { EditWorkGroupInput, editWorkGroup } from '@/server/org/edit-work-group';
import { EnableRecordInput, enableRecord } from '@/server/org/enable-record';
import { EnableUserInput, enableUser } from '@/server/org/enable-user';
import { GetPersonInput, getPerson } from '@/server/org/get-person';
import { ListChangesInput, listChanges } from '@/server/org/list-changes';
import { ListDelegationsInput, listDelegations } from '@/server/org/list-delegations';
import { ListDepartmentOptionsInput, listDepartmentOptions } from '@/server/org/list-department-options';
import { ListDepartmentsInput, listDepartments } from '@/server/org/list-departments';
import { ListPeopleInput, listPeople } from '@/server/org/list-people';
import { ListPositionsInput, listPositions } from '@/server/org/list-positions';
import { ListProcessOptionsInput, listProcessOptions } from '@/server/org/list-process-options';
import { ListRolesInput, listRoles } from '@/server/org/list-roles';
import { ListWorkGroupsInput, listWorkGroups } from '@/server/org/list-work-groups';
import { MoveDepartmentInput, moveDepartment } from '@/server/org/move-department';
import { OverviewInput, overview } from '@/server/org/overview';
import { PreviewAssigneesInput, previewAssignees } from '@/server/org/preview-assignees';
import { RecordUsageInput, recordUsage } from '@/server/org/record-usage';
import { ResetPasswordInput, resetPassword } from '@/server/org/reset-password';
import { ResolveOptionsInput, resolveOptions } from '@/server/org/resolve-options';
import { RevokeDelegationInput, revokeDelegation } from '@/server/org/revoke-delegation';
import { SearchOptionsInput, searchOptions } from '@/server/org/search-options';
import { SetDepartmentHeadInput, setDepartmentHead } from '@/server/org/set-department-head';
import { SetGrantsInput, setGrants } from '@/server/org/set-grants';
import { SetPostsInput, setPosts } from '@/server/org/set-posts';
import { SetRoleMembersInput, setRoleMembers } from '@/server/org/set-role-members';
import { SetWorkGroupMembersInput, setWorkGroupMembers } from '@/server/org/set-work-group-members';
import { authed, permitted, router } from '../procedures';

const directory = authed.meta({ rule: 'names of the organisation, for everybody who is signed in' });
const organisation = permitted('org.manage');
const people = permitted('user.manage');
const grants = permitted('grant.manage');
const ownOrAdmin = authed.meta({ rule: 'own delegations, or permission org.manage' });
const keepers = authed.meta({ rule: 'permission org.manage, for a person user.manage' });
const designers = authed.meta({ rule: 'permission process.design or org.manage' });

export const orgRouter = router({
  options: directory.input(SearchOptionsInput).query(({ ctx, input }) => searchOptions(ctx, input)),
  resolve: directory.input(ResolveOptionsInput).query(({ ctx, input }) => resolveOptions(ctx, input)),
  departmentOptions: directory.input(ListDepartmentOptionsInput).query(({ ctx, input }) => listDepartmentOptions(ctx, input)),
  processOptions: directory.input(ListProcessOptionsInput).query(({ ctx, input }) => listProcessOptions(ctx, input)),
  departments: organisation.input(ListDepartmentsInput).query(({ ctx, input }) => listDepartments(ctx, input)),
  positions: organisation.input(ListPositionsInput).query(({ ctx, input }) => listPositions(ctx, input)),
  roles: organisation.input(ListRolesInput).query(({ ctx, input }) => listRoles(ctx, input)),
  workGroups: organisation.input(ListWorkGroupsInput).query(({ ctx, input }) => listWorkGroups(ctx, input)),
  overview: organisation.input(OverviewInput).query(({ ctx, input }) => overview(ctx, input)),
  people: people.input(ListPeopleInput).query(({ ctx, input }) => listPeople(ctx, input)),
  person: people.input(GetPersonInput).query(({ ctx, input }) => getPerson(ctx, input)),
  delegations: ownOrAdmin.input(ListDelegationsInput).query(({ ctx, input }) => listDelegations(ctx, input)),
  changes: keepers.input(ListChangesInput).query(({ ctx, input }) => listChanges(ctx, input)),
  usage: keepers.input(RecordUsageInput).query(({ ctx, input }) => recordUsage(ctx, input)),
  preview: designers.input(PreviewAssigneesInput).query(({ ctx, input }) => previewAssignees(ctx, input)),
  createDepartment: organisation.input(CreateDepartmentInput).mutation(({ ctx, input }) => createDepartment(ctx, input)),
  editDepartment: organisation.input(EditDepartmentInput).mutation(({ ctx, input }) => editDepartment(ctx, input)),
  moveDepartment: organisation.input(MoveDepartmentInput).mutation(({ ctx, input }) => moveDepartment(ctx, input)),
  setDepartmentHead: organisation.input(SetDepartmentHeadInput).mutation(({ ctx, input }) => setDepartmentHead(ctx, input)),
  createPosition: organisation.input(CreatePositionInput).mutation(({ ctx, input }) => createPosition(ctx, input)),
  editPosition: organisation.input(EditPositionInput).mutation(({ ctx, input }) => editPosition(ctx, input)),
  createRole: organisation.input(CreateRoleInput).mutation(({ ctx, input }) => createRole(ctx, input)),
  editRole: organisation.input(EditRoleInput).mutation(({ ctx, input }) => editRole(ctx, input)),
  setRoleMembers: organisation.input(SetRoleMembersInput).mutation(({ ctx, input }) => setRoleMembers(ctx, input)),
  createWorkGroup: organisation.input(CreateWorkGroupInput).mutation(({ ctx, input }) => createWorkGroup(ctx, input)),
  editWorkGroup: organisation.input(EditWorkGroupInput).mutation(({ ctx, input }) => editWorkGroup(ctx, input)),
  setWorkGroupMembers: organisation.input(SetWorkGroupMembersInput).mutation(({ ctx, input }) => setWorkGroupMembers(ctx, input)),
  disableRecord: organisation.input(DisableRecordInput).mutation(({ ctx, input }) => disableRecord(ctx, input)),
  enableRecord: organisation.input(EnableRecordInput).mutation(({ ctx, input }) => enableRecord(ctx, input)),
  createUser: people.input(CreateUserInput).mutation(({ ctx, input }) => createUser(ctx, input)),
  editUser: people.input(EditUserInput).mutation(({ ctx, input }) => editUser(ctx, input)),
  setPosts: people.input(SetPostsInput).mutation(({ ctx, input }) => setPosts(ctx, input)),
  disableUser: people.input(DisableUserInput).mutation(({ ctx, input }) => disableUser(ctx, input)),
  enableUser: people.input(EnableUserInput).mutation(({ ctx, input }) => enableUser(ctx, input)),
  resetPassword: people.input(ResetPasswordInput).mutation(({ ctx, input }) => resetPassword(ctx, input)),
  setGrants: grants.input(SetGrantsInput).mutation(({ ctx, input }) => setGrants(ctx, input)),
  createDelegation: ownOrAdmin.input(CreateDelegationInput).mutation(({ ctx, input }) => createDelegation(ctx, input)),
  revokeDelegation: ownOrAdmin.input(RevokeDelegationInput).mutation(({ ctx, input }) => revokeDelegation(ctx, input)),
});
