'use client';
import { useTranslations } from 'next-intl';
import { useLocal } from '@/components/ui/use-local';
import { Card } from '@/components/ui/card';
import { Tag } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import type { ConnectorUse } from '@/server/connector/usage';
import classes from './connector.module.css';

const HREF = { process: '/design/processes', form: '/design/forms' } as const;

/** The published flows and forms that lean on a connector, with the steps and fields that do. */
export function UsesCard({ uses }: { uses: readonly ConnectorUse[] }) {
  const t = useTranslations('connector');
  const tu = useTranslations('org.usage');
  const local = useLocal();
  return (
    <Card title={t('usedBy')} padded>
      {uses.length === 0 ? (
        <p className={classes.quiet}>{t('usedByNobody')}</p>
      ) : (
        <ul className={classes.uses}>
          {uses.map((use) => (
            <li key={use.id}>
              <Tag>{t(`kind.${use.kind}`)}</Tag> <TextLink href={`${HREF[use.kind]}/${use.id}`}>{local(use.name)}</TextLink>{' '}
              <span className={classes.quiet}>{use.parts.map(local).join(tu('comma'))}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
