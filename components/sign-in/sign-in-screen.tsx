import { useTranslations } from 'next-intl';
import type { LocalText } from '@/lib/json';
import { DemoAccounts } from './demo-accounts';
import { Sheet } from './sheet';
import { SignInForm } from './sign-in-form';
import classes from './sign-in.module.css';

export type SignInAccount = { login: string; name: string; nameEn: string; role: LocalText; password: string };

type Props = { target: string; notice: 'signedOut' | 'ended' | null; accounts: readonly SignInAccount[] };

/** Name and password, and where the demonstration company lives its people. */
export function SignInScreen({ target, notice, accounts }: Props) {
  const t = useTranslations('signIn');
  return (
    <Sheet title={t('title')} lead={t('lead')}>
      {notice ? (
        <p className={classes.notice} role="status">
          {t(notice)}
        </p>
      ) : null}
      <SignInForm target={target} />
      <p className={classes.help}>{t('forgot')}</p>
      {accounts.length > 0 ? <DemoAccounts accounts={accounts} target={target} /> : null}
    </Sheet>
  );
}
