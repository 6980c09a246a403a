'use client';
import { Button, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useLocal } from '@/components/ui/use-local';
import { useTRPC } from '@/components/shell/trpc';
import { useAppError } from '@/components/shell/use-app-error';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { ErrorState } from '@/components/ui/error-state';
import { notifyDone } from '@/components/ui/notify';
import { Segmented } from '@/components/ui/segmented';
import type { TemplateView } from '@/server/template/list';
import type { Missing } from '@/server/template/lookup';
import classes from './template.module.css';

const Diagram = dynamic(() => import('@/components/request/diagram'), { ssr: false, loading: () => <Skeleton height={320} /> });
const Preview = dynamic(() => import('@/components/form-builder/preview').then((module) => module.Preview), {
  ssr: false,
  loading: () => <Skeleton height={320} />,
});

type View = 'flow' | 'form';
type Props = { template: TemplateView; view: View; onView: (view: View) => void };

/** One template to look at, what is missing for it here, and the button that installs it. */
export function TemplateDetail({ template, view, onView }: Props) {
  const t = useTranslations('designer.templates');
  const trpc = useTRPC();
  const local = useLocal();
  const preview = useQuery(trpc.process.previewTemplate.queryOptions({ key: template.key }));
  const diagram = useMemo(
    () => (preview.data ? { xml: preview.data.xml, tokens: [], visited: [], flows: [], returns: [], incidents: [] } : null),
    [preview.data],
  );
  return (
    <Card
      title={local(template.name)}
      end={
        <div className={classes.acts}>
          <Segmented
            label={t('view')}
            value={view}
            onChange={onView}
            options={[
              { value: 'flow', label: t('flow') },
              { value: 'form', label: t('form') },
            ]}
          />
          {template.processId ? (
            <Button component={Link} href={`/design/processes/${template.processId}`}>
              {t('open')}
            </Button>
          ) : (
            <Install template={template} />
          )}
        </div>
      }
    >
      {template.missing.length > 0 && !template.processId ? <MissingBanner missing={template.missing} /> : null}
      {preview.error ? <ErrorState error={preview.error} onRetry={() => void preview.refetch()} /> : null}
      <div className={classes.preview}>
        {view === 'flow' && diagram ? <Diagram diagram={diagram} height={320} /> : null}
        {view === 'form' && preview.data ? <Preview schema={preview.data.form} phone={false} activity={null} /> : null}
        {preview.isPending ? <Skeleton height={320} /> : null}
      </div>
    </Card>
  );
}

// helpers //////////////////////

/** The command's id stays the same until it is done: a repeat after a lost answer goes on where the first one stopped. */
function Install({ template }: { template: TemplateView }) {
  const t = useTranslations('designer.templates');
  const trpc = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  const local = useLocal();
  const onError = useAppError();
  const [commandId] = useState(() => crypto.randomUUID());
  const install = useMutation(
    trpc.process.installTemplate.mutationOptions({
      onError,
      onSuccess: async ({ processId, missing }) => {
        notifyDone({ message: t(missing.length > 0 ? 'asDraft' : 'done', { name: local(template.name) }) });
        await client.invalidateQueries(trpc.process.pathFilter());
        if (missing.length > 0) router.push(`/design/processes/${processId}`);
      },
    }),
  );
  return (
    <Button variant="filled" loading={install.isPending} onClick={() => install.mutate({ commandId, key: template.key })}>
      {t(template.missing.length > 0 ? 'installDraft' : 'install')}
    </Button>
  );
}

function MissingBanner({ missing }: { missing: readonly Missing[] }) {
  const t = useTranslations('designer.templates');
  const local = useLocal();
  return (
    <Banner tone="warning">
      {t('missing')}
      <ul className={classes.missing}>
        {missing.map(({ kind, code, name }) => (
          <li key={`${kind} ${code}`}>
            {t(`kind.${kind}`, { name: local(name) })} <code>{code}</code>
          </li>
        ))}
      </ul>
    </Banner>
  );
}
