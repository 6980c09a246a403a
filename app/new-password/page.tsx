import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { NewPasswordScreen } from '@/components/sign-in/new-password-screen';
import { personName } from '@/lib/format/person';
import { samePath } from '@/lib/same-path';
import { currentRequest } from '@/server/auth/request';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn.first'))('title') };
}

/** Where everything leads until a one-time password is replaced; for everybody else it is only a way through. */
export default async function NewPasswordPage({ searchParams }: Props) {
  const [query, { session }, locale] = await Promise.all([searchParams, currentRequest(), getLocale()]);
  const asked = typeof query.callbackUrl === 'string' ? query.callbackUrl : null;
  const target = samePath(asked, process.env.NEXTAUTH_URL ?? 'http://127.0.0.1');
  if (!session) redirect('/sign-in');
  if (!session.mustChangePassword) redirect(target);
  return <NewPasswordScreen target={target} name={personName(session, locale)} />;
}
