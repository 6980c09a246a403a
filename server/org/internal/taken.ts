import { AppError } from '@/lib/errors';
import { constraintOf, sqlState } from '@/server/db/sql-error';

const FIELD_OF: Record<string, string> = {
  department_code: 'code',
  position_code: 'code',
  role_code: 'code',
  work_group_code: 'code',
  user_login: 'login',
  user_email: 'email',
  user_employee_no: 'employeeNo',
};

/** For `.catch` of a verb: a code or login that somebody else has becomes NAME_TAKEN at its field. */
export function refuseTaken(error: unknown): never {
  const field = sqlState(error) === '23505' ? FIELD_OF[constraintOf(error) ?? ''] : undefined;
  if (field) throw new AppError('NAME_TAKEN', { path: field, cause: error });
  throw error;
}
