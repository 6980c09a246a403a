import type { UserTaskSettings } from '@/lib/bpmn/settings';

/** Settings of a task for these people. */
export function forUsers(...userIds: string[]): Pick<UserTaskSettings, 'assignment'> {
  return { assignment: [{ kind: 'users', userIds }] };
}
