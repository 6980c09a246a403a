import { z } from 'zod';
import type { Json } from '@/lib/json';
import { requirePermission } from '@/server/auth/require';
import type { Ctx } from '@/server/context';
import { query } from '@/server/db/client';
import { orgKindSchema } from './org-option';

export const ListChangesInput = z.strictObject({ kind: orgKindSchema, id: z.uuid() });

export type ChangeView = {
  id: string;
  at: string;
  actorName: string;
  actorNameEn: string | null;
  action: string;
  before: Json;
  after: Json;
  reason: string | null;
};

type Row = {
  id: string;
  at: string;
  actor_name: string;
  actor_name_en: string | null;
  action: string;
  before: Json;
  after: Json;
  reason: string | null;
};

/** What was changed on a record, by whom and when, newest first: the part of the audit trail that belongs to keeping it. */
export async function listChanges(ctx: Ctx, { kind, id }: z.infer<typeof ListChangesInput>): Promise<readonly ChangeView[]> {
  requirePermission(ctx, kind === 'user' ? 'user.manage' : 'org.manage');
  const { rows } = await query<Row>({
    name: 'org_changes',
    text: `select l.id, l.at, l.actor_name, (select nullif(u.name_en, '') from portal."user" u where u.id = l.actor_id) as actor_name_en, l.action, l.before, l.after, l.reason
           from portal.audit_log l where subject_kind = $1 and subject_id = $2 and (action = any($3::text[]) or starts_with(action, 'delegation.')) order by id desc limit 50`,
    values: [kind, id, ACTIONS.map((action) => `${kind}.${action}`)],
  });
  return rows.map(({ actor_name: actorName, actor_name_en: actorNameEn, ...row }) => ({ ...row, actorName, actorNameEn }));
}

// helpers //////////////////////

/** Sign-ins and the like are the person's own and for auditors. */
const ACTIONS = [
  'created',
  'edited',
  'moved',
  'headSet',
  'membersSet',
  'postsSet',
  'grantsSet',
  'passwordReset',
  'disabled',
  'enabled',
  'imported',
];
