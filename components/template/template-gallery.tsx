'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useLocal } from '@/components/ui/use-local';
import { Crumbs } from '@/components/shell/crumbs';
import { useTRPC } from '@/components/shell/trpc';
import { ErrorState } from '@/components/ui/error-state';
import { PageHeader } from '@/components/ui/page-header';
import { ProcessIcon } from '@/components/ui/process-icon';
import { CardSkeleton } from '@/components/ui/skeletons';
import { Tag } from '@/components/ui/tag';
import { useUrlState } from '@/components/ui/use-url-state';
import { TemplateDetail } from './template-detail';
import classes from './template.module.css';

const DEFAULTS = { template: '', view: 'flow' };

/** Flows that come with the product: what each does, how its form and its diagram look, and installing it. */
export function TemplateGallery() {
  const t = useTranslations('designer.templates');
  const trpc = useTRPC();
  const local = useLocal();
  const [url, setUrl] = useUrlState(DEFAULTS);
  const query = useQuery(trpc.process.templates.queryOptions());
  const templates = query.data ?? [];
  const open = templates.find(({ key }) => key === url.template) ?? templates[0];
  return (
    <>
      <Crumbs items={[{ label: t('title') }]} />
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      {query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <CardSkeleton /> : null}
      {open ? (
        <div className={classes.gallery}>
          <ul className={classes.list} aria-label={t('title')}>
            {templates.map((template) => (
              <li key={template.key}>
                <button
                  type="button"
                  className={classes.tile}
                  aria-current={template === open || undefined}
                  onClick={() => setUrl({ template: template.key })}
                >
                  <span className={classes.tileHead}>
                    <ProcessIcon name={template.icon} />
                    <strong>{local(template.name)}</strong>
                    {template.processId ? <Tag tone="pine">{t('installed')}</Tag> : null}
                  </span>
                  <span className={classes.summary}>{local(template.summary)}</span>
                </button>
              </li>
            ))}
          </ul>
          <TemplateDetail key={open.key} template={open} view={url.view === 'form' ? 'form' : 'flow'} onView={(view) => setUrl({ view })} />
        </div>
      ) : null}
    </>
  );
}
