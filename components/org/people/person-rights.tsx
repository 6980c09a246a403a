'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useCan, useSession } from '@/components/shell/session-context';
import { Section } from '@/components/ui/card';
import type { PersonDetail } from '@/server/org/get-person';
import { useLocal } from '@/components/ui/use-local';
import { isGrantKind } from './grant-kinds';
import classes from './person-panel.module.css';

/** What a person may do in the portal, and the roles that come from the posts. */
export function PersonRights({ person, onEditGrants }: { person: PersonDetail; onEditGrants: () => void }) {
  const t = useTranslations('org.panel');
  const g = useTranslations('org.grants');
  const local = useLocal();
  const can = useCan();
  const { userId } = useSession();
  const grants = person.grants.filter(isGrantKind);
  return (
    <>
      <Section
        title={t('grants')}
        end={
          can('grant.manage') && person.id !== userId ? (
            <Button size="compact-sm" variant="subtle" className={classes.act ?? ''} onClick={onEditGrants}>
              {t('editGrants')}
            </Button>
          ) : null
        }
      >
        {grants.length > 0 ? (
          <ul className={classes.lines}>
            {grants.map((grant) => (
              <li key={grant}>
                <b>{g(`name.${grant}`)}</b>
                <span className={classes.fact}>{g(`about.${grant}`)}</span>
              </li>
            ))}
          </ul>
        ) : (
          <p className={classes.help}>{t('noGrants')}</p>
        )}
      </Section>
      <Section title={t('roles')} meta={t('rolesMeta')}>
        {person.roles.length > 0 ? (
          <ul className={classes.chips}>
            {person.roles.map((role) => (
              <li key={role.id}>{local(role.name)}</li>
            ))}
          </ul>
        ) : (
          <p className={classes.help}>{t('noRoles')}</p>
        )}
      </Section>
    </>
  );
}
