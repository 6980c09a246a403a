import type { Command } from '@/server/engine/core/command';
import type { TestProcess } from './portal';

type Start = Extract<Command, { type: 'startInstance' }>;

/** The start of a request of a process that has no form. */
export function plainStart(
  { processId, versionId }: Pick<TestProcess, 'processId' | 'versionId'>,
  applicantId: string,
  id: string,
  more: Partial<Start['instance']> = {},
): Start {
  const instance = { id, processId, versionId, applicantId, departmentId: null, title: 't', number: id, businessKey: null, ...more };
  return { type: 'startInstance', instance, values: {}, formVersionId: null, formRowId: null, chosen: {} };
}
