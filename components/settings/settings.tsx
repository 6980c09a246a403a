import { useTranslations } from 'next-intl';
import { NoticeSettings } from '@/components/notices/notice-settings';
import { Card } from '@/components/ui/card';
import { ClientOnly } from '@/components/ui/client-only';
import { Page } from '@/components/ui/page';
import { PageHeader } from '@/components/ui/page-header';
import type { Me } from '@/server/account/me';
import type { SessionRow } from '@/server/account/sessions';
import { PasswordCard } from './password-card';
import { PreferencesCard } from './preferences-card';
import { ProfileCard } from './profile-card';
import { ProxyCard } from './proxy-card';
import { SessionsCard } from './sessions-card';
import classes from './settings.module.css';

type Props = { me: Me; sessions: SessionRow[] };

/** What a person decides about his or her own portal. */
export function Settings({ me, sessions }: Props) {
  const t = useTranslations('settings');
  const tn = useTranslations('notices');
  return (
    <Page>
      <PageHeader title={t('title')} subtitle={t('profile.hint')} />
      <div className={classes.columns}>
        <div className={classes.stack}>
          <ProfileCard me={me} />
          <ProxyCard />
          <PreferencesCard me={me} />
        </div>
        <div className={classes.stack}>
          <PasswordCard />
          <SessionsCard initial={sessions} />
          <Card title={tn('settingsTitle')} padded>
            <ClientOnly fallback={null}>
              <NoticeSettings />
            </ClientOnly>
          </Card>
        </div>
      </div>
    </Page>
  );
}
