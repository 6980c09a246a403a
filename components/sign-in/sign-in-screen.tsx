import { useTranslations } from 'next-intl';
import { BrandSeal } from '@/components/shell/brand';
import { DemoAccounts } from './demo-accounts';
import { ScreenPreferences } from './screen-preferences';
import { SignInForm } from './sign-in-form';
import classes from './sign-in.module.css';

export type SignInAccount = { login: string; name: string; role: string; password: string };

type Props = { target: string; notice: 'signedOut' | 'ended' | null; accounts: readonly SignInAccount[] };

/** A sheet of paper with the seal on it, and the two fields. */
export function SignInScreen({ target, notice, accounts }: Props) {
  const t = useTranslations('signIn');
  const tc = useTranslations('common');
  return (
    <div className={classes.screen}>
      <div className={classes.corner}>
        <ScreenPreferences />
      </div>
      <main className={classes.sheet}>
        <div className={classes.brand}>
          <BrandSeal large />
          <div>
            <p className={classes.name}>{tc('brand')}</p>
            <p className={classes.lead}>{t('lead')}</p>
          </div>
        </div>
        <h1 className={classes.srOnly}>{t('title')}</h1>
        {notice ? (
          <p className={classes.notice} role="status">
            {t(notice)}
          </p>
        ) : null}
        <SignInForm target={target} />
        <p className={classes.help}>{t('forgot')}</p>
        {accounts.length > 0 ? <DemoAccounts accounts={accounts} target={target} /> : null}
      </main>
    </div>
  );
}
