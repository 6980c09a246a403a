'use client';

import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useTRPC } from '@/components/shell/trpc';
import { useAppError } from '@/components/shell/use-app-error';
import { ErrorState } from '@/components/ui/error-state';
import { ProcessIcon } from '@/components/ui/process-icon';
import { LinesSkeleton } from '@/components/ui/skeletons';
import { newId } from '@/lib/id';
import { localText } from '@/lib/json';
import classes from './flow-designer.module.css';

/** Ready flows with their forms: one click publishes both; what is there already is opened. */
export function TemplateList({ onOpen }: { onOpen(processId: string): void }) {
  const t = useTranslations('designer');
  const locale = useLocale() === 'en' ? 'en' : 'zh';
  const trpc = useTRPC();
  const showError = useAppError();
  const { data, error, refetch } = useQuery(trpc.process.templates.queryOptions());
  const install = useMutation(
    trpc.process.installTemplate.mutationOptions({
      onSuccess: ({ processId }) => onOpen(processId),
      onError: (fault) => showError(fault),
    }),
  );
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
            <Button
              size="xs"
              loading={install.isPending && install.variables.key === template.key}
              onClick={() => install.mutate({ commandId: newId(), key: template.key })}
            >
              {t('install')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
