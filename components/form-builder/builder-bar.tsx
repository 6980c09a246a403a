'use client';

import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconHistory } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import type { SaveState } from '@/components/studio/use-autosave';
import { useCan } from '@/components/shell/session-context';
import { MoreMenu } from '@/components/ui/lazy-more-menu';
import { Segmented } from '@/components/ui/segmented';
import { Tag } from '@/components/ui/tag';
import { localText } from '@/lib/json';
import { useBuilder } from './builder-context';
import { FormMenuItems } from './form-menu-items';
import { ProblemMenu } from './problem-menu';
import { useActivities, type View } from './use-view';
import classes from './form-builder.module.css';

type Props = {
  liveNo: number;
  saveState: SaveState;
  history: { canUndo: boolean; canRedo: boolean; undo(): void; redo(): void };
  view: View;
  onView(view: View): void;
  onRetrySave(): void;
  onVersions(compareWith: number | null): void;
  onPublish(): void;
};

/** What the form is called and where it stands; how to look at it; its problems, versions and the way to publish. */
export function BuilderBar({ liveNo, saveState, history, view, onView, onRetrySave, onVersions, onPublish }: Props) {
  const t = useTranslations('builder');
  const locale = useLocale();
  const can = useCan();
  const { formId, schema, problems } = useBuilder();
  const name = localText(schema.title, locale) || t('untitled');
  const errors = problems.filter((problem) => problem.level === 'error').length;
  return (
    <header className={classes.bar}>
      <h1 className={classes.barTitle} title={name}>
        {name}
      </h1>
      <Tag tone="ochre">{t('draft')}</Tag>
      <span className={classes.meta} role="status">
        {liveNo > 0 ? t('live', { no: liveNo }) : t('neverPublished')} · {t(`saveState.${saveState}`)}
      </span>
      {(saveState === 'failed' || saveState === 'away') && (
        <Button size="compact-xs" onClick={onRetrySave}>
          {t('retrySave')}
        </Button>
      )}
      <div className={classes.barTools}>
        <ActionIcon aria-label={t('undo')} title={t('undo')} disabled={!history.canUndo} onClick={history.undo}>
          <IconArrowBackUp size={18} stroke={1.5} />
        </ActionIcon>
        <ActionIcon aria-label={t('redo')} title={t('redo')} disabled={!history.canRedo} onClick={history.redo}>
          <IconArrowForwardUp size={18} stroke={1.5} />
        </ActionIcon>
        <ActionIcon aria-label={t('versions')} title={t('versions')} onClick={() => onVersions(null)}>
          <IconHistory size={18} stroke={1.5} />
        </ActionIcon>
      </div>
      <span className={classes.grow} />
      <Segmented
        label={t('view')}
        value={view.mode}
        onChange={(mode) => onView({ ...view, mode })}
        options={[
          { value: 'edit', label: t('edit') },
          { value: 'desktop', label: t('desktop') },
          { value: 'phone', label: t('phone') },
        ]}
      />
      {view.mode !== 'edit' && <ActivitySelect view={view} onView={onView} />}
      <ProblemMenu />
      {liveNo > 0 && (
        <Button size="xs" className={classes.compare ?? ''} onClick={() => onVersions(liveNo)}>
          {t('compareLive', { no: liveNo })}
        </Button>
      )}
      {can('form.publish') && (
        <Button
          size="xs"
          variant="filled"
          disabled={errors > 0}
          title={errors > 0 ? t('cannotPublish', { count: errors }) : undefined}
          onClick={onPublish}
        >
          {t('publish', { no: liveNo + 1 })}
        </Button>
      )}
      <MoreMenu label={t('more')}>
        <FormMenuItems form={{ id: formId, name: schema.title, latestNo: liveNo, retired: false }} inBuilder />
      </MoreMenu>
    </header>
  );
}

// helpers //////////////////////

function ActivitySelect({ view, onView }: Pick<Props, 'view' | 'onView'>) {
  const t = useTranslations('builder');
  const { formId } = useBuilder();
  const activities = useActivities(formId);
  const processes = [...new Set(activities.map((activity) => activity.process))];
  return (
    <NativeSelect
      size="xs"
      className={classes.activity ?? ''}
      aria-label={t('previewAs')}
      value={view.activity?.key ?? ''}
      onChange={(event) => {
        const chosen = activities.find((activity) => activity.key === event.currentTarget.value);
        onView({ ...view, activity: chosen ?? null });
      }}
    >
      <option value="">{activities.length === 0 ? t('noActivities') : t('asNewRequest')}</option>
      {processes.map((process) => (
        <optgroup key={process} label={process}>
          {activities
            .filter((activity) => activity.process === process)
            .map((activity) => (
              <option key={activity.key} value={activity.key}>
                {t('asActivity', { name: activity.label })}
              </option>
            ))}
        </optgroup>
      ))}
    </NativeSelect>
  );
}
