/** The key of the session cookie; production refuses a weak one at the start (assert-secrets.ts). */
export function authSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set; `npm start` and `npm run dev` make one');
  return secret;
}
