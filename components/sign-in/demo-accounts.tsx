'use client';
import { useLocale, useTranslations } from 'next-intl';
import { personName } from '@/lib/format/person';
import { localText } from '@/lib/json';
import classes from './sign-in.module.css';
import type { SignInAccount } from './sign-in-screen';
import { useSignIn } from './use-sign-in';

/** Only where the demonstration company lives: one click signs in as one of its people. */
export function DemoAccounts({ accounts, target }: { accounts: readonly SignInAccount[]; target: string }) {
  const t = useTranslations('signIn.demo');
  const locale = useLocale();
  const { submit, isPending, error } = useSignIn(target);
  return (
    <section className={classes.demo} aria-labelledby="demo">
      <h2 id="demo" className={classes.demoTitle}>
        {t('title')}
      </h2>
      <p className={classes.demoHint}>{error ?? t('hint')}</p>
      <ul className={classes.demoList}>
        {accounts.map((account) => (
          <li key={account.login}>
            <button
              type="button"
              className={classes.demoButton}
              disabled={isPending}
              onClick={() => void submit(account.login, account.password)}
            >
              <span>{personName(account, locale)}</span>
              <span className={classes.demoRole}>{localText(account.role, locale)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
