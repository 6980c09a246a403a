/** The nouns and the deeds of the audit log's actions, `<noun>.<deed>`; each has its words in messages/<language>/audit.json. */
export const auditNouns = [
  'audit',
  'category',
  'connector',
  'delegation',
  'department',
  'document',
  'form',
  'installation',
  'mail',
  'organisation',
  'position',
  'process',
  'role',
  'session',
  'user',
  'workGroup',
] as const;

export const auditDeeds = [
  'added',
  'changed',
  'created',
  'deleted',
  'disabled',
  'draftReplaced',
  'draftSaved',
  'edited',
  'enabled',
  'ended',
  'exported',
  'grantsSet',
  'headSet',
  'imported',
  'membersSet',
  'moved',
  'ownersSet',
  'passwordChanged',
  'passwordReset',
  'postsSet',
  'preferencesChanged',
  'published',
  'read',
  'refused',
  'registered',
  'removed',
  'retired',
  'retried',
  'revoked',
  'seeded',
  'started',
  'tested',
  'unretired',
] as const;

export type AuditNoun = (typeof auditNouns)[number];
export type AuditDeed = (typeof auditDeeds)[number];

export function auditNoun(noun: string): AuditNoun | undefined {
  return auditNouns.find((known) => known === noun);
}

/** An action taken apart, or null when it is one that has no words: then its code says it. */
export function actionWords(action: string): { noun: AuditNoun; deed: AuditDeed } | null {
  const [first = '', second = ''] = action.split('.');
  const noun = auditNoun(first);
  const deed = auditDeeds.find((known) => known === second);
  return noun && deed ? { noun, deed } : null;
}
