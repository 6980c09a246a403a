import { ListDepartmentOptionsInput, listDepartmentOptions } from '@/server/org/list-department-options';
import { ResolveOptionsInput, resolveOptions } from '@/server/org/resolve-options';
import { SearchOptionsInput, searchOptions } from '@/server/org/search-options';
import { authed, router } from '../procedures';

const directory = authed.meta({ rule: 'names of the organisation, for everybody who is signed in' });

export const orgRouter = router({
  options: directory.input(SearchOptionsInput).query(({ ctx, input }) => searchOptions(ctx, input)),
  resolve: directory.input(ResolveOptionsInput).query(({ ctx, input }) => resolveOptions(ctx, input)),
  departmentOptions: directory.input(ListDepartmentOptionsInput).query(({ ctx, input }) => listDepartmentOptions(ctx, input)),
});
