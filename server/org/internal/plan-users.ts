import { z } from 'zod';
import { permissionsOf } from '@/server/auth/permissions';
import type { Ctx } from '@/server/context';
import type { Tx } from '@/server/db/unit-of-work';
import { personFields, type PostInput } from '../inputs';
import { type ImportPlan, type ImportRow, type Problem, problemsOf, repeated } from './import-rows';

const personSchema = z.strictObject(personFields);
type Person = z.infer<typeof personSchema>;

/** A person as the file wants it; without `posts` those of before stay. */
export type PlannedPerson = { id: string | null; before: Person | null; person: Person; posts: readonly PostInput[] | null };

type Known = {
  id: string;
  login: string;
  name: string;
  nameEn: string;
  email: string | null;
  employeeNo: string | null;
  phone: string | null;
  grants: string[];
  posts: PostInput[];
};

/** What the rows would do to people: known logins are updated, unknown ones added; columns that the file does not have stay as they are. */
export async function planUsers(tx: Tx, ctx: Ctx, rows: readonly ImportRow[]): Promise<ImportPlan<PlannedPerson>> {
  const known = await knownPeople(tx, rows);
  const further = rows.flatMap(({ cells }) => otherPosts(cells.otherPosts));
  const departments = await codes(tx, 'portal.department', [
    ...rows.map(({ cells }) => cells.department ?? ''),
    ...further.map(([code]) => code),
  ]);
  const positions = await codes(tx, 'portal.position', [
    ...rows.map(({ cells }) => cells.position ?? ''),
    ...further.map(([, code]) => code),
  ]);
  const byLogin = new Map(known.map((one) => [one.login.toLowerCase(), one]));
  const owners = { email: ownersOf(known, 'email'), employeeNo: ownersOf(known, 'employeeNo') };
  const problems: Problem[] = ['login', 'employeeNo', 'email'].flatMap((column) => repeated(rows, column));
  const steps = rows.flatMap((row) => {
    const before = byLogin.get((row.cells.login ?? '').toLowerCase()) ?? null;
    const read = readRow(row, before, { departments, positions });
    const value: PlannedPerson | null = read.person && {
      id: before?.id ?? null,
      before: before && pick(before),
      person: read.person,
      posts: read.posts,
    };
    const action = before === null ? ('create' as const) : value && isSame(value, before) ? ('same' as const) : ('update' as const);
    const found = [
      ...read.problems,
      ...takenBy(row, read.person, { owners, before }),
      ...(action === 'update' ? beyond(row, ctx, before) : []),
    ];
    problems.push(...found);
    return found.length > 0 || !value ? [] : [{ row: row.row, action, value }];
  });
  const bad = new Set(problems.map(({ row }) => row));
  return { steps: steps.filter(({ row }) => !bad.has(row)), problems };
}

// helpers //////////////////////

type Codes = { departments: ReadonlyMap<string, string>; positions: ReadonlyMap<string, string> };

function readRow(
  row: ImportRow,
  before: Known | null,
  { departments, positions }: Codes,
): { person: Person | null; posts: PostInput[] | null; problems: Problem[] } {
  const { cells } = row;
  const fields = Object.fromEntries(
    Object.keys(personFields).map((key) => [key, cells[key] ?? (before ? pick(before)[key as keyof Person] : '')]),
  );
  const parsed = personSchema.safeParse(fields);
  const problems = parsed.success ? [] : problemsOf(row, parsed.error);
  const wanted = [
    [cells.department ?? '', cells.position ?? '', 'department'] as const,
    ...otherPosts(cells.otherPosts).map(([d, p]) => [d, p, 'otherPosts'] as const),
  ];
  const posts = wanted.flatMap(([d, p, column], n): PostInput[] => {
    const [departmentId, positionId] = [departments.get(d), positions.get(p)];
    const missing =
      column === 'department'
        ? ([
            ['department', d, departmentId],
            ['position', p, positionId],
          ] as const)
        : ([[column, `${d}/${p}`, departmentId && positionId]] as const);
    for (const [at, value, id] of missing)
      if (!id) problems.push({ row: row.row, column: at, code: value === '' ? 'FIELD_REQUIRED' : 'FIELD_REF', value });
    return departmentId && positionId ? [{ departmentId, positionId, isPrimary: n === 0 }] : [];
  });
  if (new Set(posts.map(keyOf)).size !== posts.length)
    problems.push({ row: row.row, column: 'otherPosts', code: 'FIELD_UNIQUE', value: cells.otherPosts ?? '' });
  // A file without the column of further posts leaves those of before.
  const kept =
    cells.otherPosts === undefined
      ? (before?.posts ?? []).filter((post) => !post.isPrimary && !posts.some((own) => keyOf(own) === keyOf(post)))
      : [];
  return { person: parsed.success ? parsed.data : null, posts: [...posts, ...kept], problems };
}

function otherPosts(text: string | undefined): [string, string][] {
  return (text ?? '')
    .split(/[;；\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [department = '', position = ''] = part.split('/').map((code) => code.trim());
      return [department, position];
    });
}

type Owners = Readonly<Record<'email' | 'employeeNo', ReadonlyMap<string, string>>>;

function ownersOf(known: readonly Known[], column: keyof Owners): ReadonlyMap<string, string> {
  return new Map(known.flatMap((one) => (one[column] === null ? [] : [[one[column].toLowerCase(), one.id] as const])));
}

/** An address or number that somebody else already has. */
function takenBy({ row }: ImportRow, person: Person | null, { owners, before }: { owners: Owners; before: Known | null }): Problem[] {
  if (!person) return [];
  return (['email', 'employeeNo'] as const).flatMap((column) => {
    const value = person[column];
    const owner = value === null ? undefined : owners[column].get(value.toLowerCase());
    const isTaken = owner !== undefined && owner !== before?.id;
    return isTaken ? [{ row, column, code: 'NAME_TAKEN' as const, value: value ?? '' }] : [];
  });
}

/** The rule of internal/authority.ts, for many people at once. */
function beyond({ row, cells }: ImportRow, ctx: Ctx, before: Known | null): Problem[] {
  if (!before || ctx.actor.kind === 'system' || ctx.actor.userId === before.id) return [];
  const held = ctx.actor.permissions;
  const isBeyond = [...permissionsOf(before.grants)].some(
    (permission) => !held.has(permission) && !(permission === 'audit.export' && held.has('grant.manage')),
  );
  return isBeyond ? [{ row, column: 'login', code: 'FORBIDDEN', value: cells.login ?? '' }] : [];
}

function isSame({ person, posts }: PlannedPerson, before: Known): boolean {
  const sameFields = JSON.stringify(person) === JSON.stringify(pick(before));
  const sorted = (list: readonly PostInput[]) => JSON.stringify(list.map((post) => `${keyOf(post)} ${post.isPrimary}`).toSorted());
  return sameFields && (posts === null || sorted(posts) === sorted(before.posts));
}

function pick({ login, name, nameEn, email, employeeNo, phone }: Person): Person {
  return { login, name, nameEn, email, employeeNo, phone };
}

function keyOf({ departmentId, positionId }: PostInput): string {
  return `${departmentId} ${positionId}`;
}

async function knownPeople(tx: Tx, rows: readonly ImportRow[]): Promise<Known[]> {
  const values = (key: string) => rows.map(({ cells }) => (cells[key] ?? '').toLowerCase()).filter(Boolean);
  const { rows: found } = await tx.query<Known>({
    text: `select u.id, u.login, u.name, u.name_en as "nameEn", u.email, u.employee_no as "employeeNo", u.phone,
             array(select g."grant" from portal.user_grant g where g.user_id = u.id) as grants,
             coalesce((select jsonb_agg(jsonb_build_object('departmentId', p.department_id, 'positionId', p.position_id, 'isPrimary', p.is_primary) order by p.is_primary desc, p.id)
               from portal.post p where p.user_id = u.id), '[]') as posts
           from portal."user" u
           where lower(u.login) = any($1::text[]) or lower(u.email) = any($2::text[]) or lower(u.employee_no) = any($3::text[]) order by u.id for update of u`,
    values: [values('login'), values('email'), values('employeeNo')],
  });
  return found;
}

async function codes(
  tx: Tx,
  table: 'portal.department' | 'portal.position',
  wanted: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await tx.query<{ id: string; code: string }>({
    text: `select id, code from ${table} where disabled_at is null and code = any($1::text[])`,
    values: [[...new Set(wanted)]],
  });
  return new Map(rows.map(({ id, code }) => [code, id]));
}
