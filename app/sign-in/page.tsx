import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SignInScreen } from '@/components/sign-in/sign-in-screen';
import { samePath } from '@/lib/same-path';
import { demoAccounts } from '@/server/auth/demo-accounts';
import { currentRequest } from '@/server/auth/request';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') };
}

export default async function SignInPage({ searchParams }: Props) {
  const [query, { session }, accounts] = await Promise.all([searchParams, currentRequest(), demoAccounts()]);
  const asked = typeof query.callbackUrl === 'string' ? query.callbackUrl : null;
  const target = samePath(asked, process.env.NEXTAUTH_URL ?? 'http://127.0.0.1');
  if (session) redirect(target);
  const notice = query.signedOut ? 'signedOut' : query.ended ? 'ended' : null;
  return <SignInScreen target={target} notice={notice} accounts={accounts} />;
}
