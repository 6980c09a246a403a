import type { FieldAccess, ProcessSettings, SendTaskSettings, UserTaskSettings } from './settings';

export const readAll: FieldAccess = { fields: {}, default: 'read', rows: {} };
export const editAll: FieldAccess = { fields: {}, default: 'edit', rows: {} };

/** What a human activity does before anybody has set anything. */
export const defaultUserTask: UserTaskSettings = {
  assignment: [],
  except: [],
  distribution: 'seats',
  nobody: { kind: 'upOneLevel' },
  applicant: 'manager',
  repeat: 'consecutive',
  completion: { rule: 'any' },
  actions: ['approve', 'reject', 'return', 'transfer', 'addSign', 'comment'],
  commentRequired: ['reject', 'return'],
  onReject: { kind: 'returnToApplicant', resubmit: 'wholeChain' },
  returnResubmit: 'toReturner',
  access: readAll,
};

export const defaultSendTask: SendTaskSettings = { assignment: [], message: { zh: '', en: '' }, receipt: false, access: readAll };

export const defaultProcess: ProcessSettings = {
  documents: [],
  starter: { kind: 'everyone' },
  titleTemplate: '',
  numbering: 'VM-{yyyy}-{seq:4}',
  summaryFields: [],
  withdraw: 'untilFirstDecision',
  adminIds: [],
  startAccess: editAll,
};
