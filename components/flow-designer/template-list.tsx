'use client';

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { ErrorState } from '@/components/ui/error-state';
import { ProcessIcon } from '@/components/ui/process-icon';
import { LinesSkeleton } from '@/components/ui/skeletons';
import { localText } from '@/lib/json';
import classes from './flow-designer.module.css';

/** Ready flows with their forms: what is there already is opened, the others are looked at and installed in the gallery. */
export function TemplateList({ onOpen }: { onOpen(processId: string): void }) {
  const t = useTranslations('designer');
  const locale = useLocale();
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.process.templates.queryOptions());
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LinesSkeleton lines={3} />;
  return (
    <ul className={classes.templates}>
      {data.map((template) => (
        <li key={template.key}>
          <ProcessIcon name={template.icon} size={20} />
          <div>
            <strong>{localText(template.name, locale)}</strong>
            <p>{localText(template.summary, locale)}</p>
          </div>
          {template.processId ? (
            <Button size="xs" onClick={() => template.processId && onOpen(template.processId)}>
              {t('openInstalled')}
            </Button>
          ) : (
            <Button size="xs" component={Link} href={`/design/processes/templates?template=${template.key}`}>
              {t('templates.look')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
