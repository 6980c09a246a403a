import { newId } from '@/lib/id';
import { withTransaction } from '@/server/db/unit-of-work';
import { publishLive } from '@/server/live/publish';

/** Tells the system administrators in the page that mails do not go out; who has not read the last such notice gets no second one. */
export async function tellMailDown(reason: string): Promise<void> {
  const told = await withTransaction(async (tx) => {
    // Several mails fail at the same moment: whoever comes second sees what the first has told.
    await tx.query({ text: `select pg_advisory_xact_lock(hashtextextended('vermilion:mailDown', 0))` });
    const { rows: administrators } = await tx.query<{ id: string }>({
      name: 'mail_down_administrators',
      text: `select u.id from portal."user" u join portal.user_grant g on g.user_id = u.id
             where g."grant" = 'systemAdmin' and u.disabled_at is null
               and not exists (select from portal.notice n where n.user_id = u.id and n.kind = 'mailDown' and n.read_at is null)`,
      values: [],
    });
    if (administrators.length === 0) return [];
    const rows = administrators.map(({ id }) => ({ id: newId(), user_id: id, params: { reason: reason.slice(0, 200) } }));
    await tx.query({
      name: 'mail_down_notice',
      text: `insert into portal.notice (id, user_id, kind, params)
             select id, user_id, 'mailDown', params from jsonb_to_recordset($1::jsonb) as r(id uuid, user_id uuid, params jsonb)`,
      values: [JSON.stringify(rows)],
    });
    return administrators.map(({ id }) => id);
  });
  if (told.length > 0) publishLive({ userIds: told });
}
