import type { Tx } from '@/server/db/unit-of-work';
import type { PostInput } from '../inputs';
import { writePosts } from './write-posts';

export type NewUser = {
  id: string;
  login: string;
  name: string;
  nameEn: string;
  email: string | null;
  employeeNo: string | null;
  phone: string | null;
  /** Null: cannot sign in until an administrator makes a one-time password. */
  passwordHash: string | null;
  posts: readonly PostInput[];
};

/** Writes a new person, who has to choose an own password at the first sign-in. */
export async function insertUser(tx: Tx, user: NewUser): Promise<void> {
  await tx.query({
    text: `insert into portal."user" (id, login, name, name_en, email, employee_no, phone, password_hash, must_change_password)
           values ($1, $2, $3, $4, $5, $6, $7, $8, true)`,
    values: [user.id, user.login, user.name, user.nameEn, user.email, user.employeeNo, user.phone, user.passwordHash],
  });
  await writePosts(tx, user.id, user.posts);
}
