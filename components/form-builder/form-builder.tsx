'use client';

import { ActionIcon, Button, Tabs } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useShortcuts } from '@/components/shell/shortcuts/use-shortcuts';
import { Crumbs } from '@/components/shell/crumbs';
import { Segmented } from '@/components/ui/segmented';
import { Tag } from '@/components/ui/tag';
import { useAutosave } from '@/components/flow-designer/use-autosave';
import { lintForm } from '@/forms/schema/lint';
import type { FormSchema } from '@/forms/schema/schema';
import { localText } from '@/lib/json';
import { type BuilderContextValue, BuilderProvider } from './builder-context';
import { BuilderCanvas } from './canvas';
import { Outline } from './outline';
import { Palette } from './palette';
import { Preview } from './preview';
import { PropertiesPanel } from './properties/properties-panel';
import { PublishDialog } from './publish-dialog';
import { insertNode } from './state/operations';
import { useHistory } from './state/use-history';
import classes from './form-builder.module.css';

type View = 'edit' | 'desktop' | 'phone';
type Props = {
  formId: string;
  schema: FormSchema;
  /** Number of the latest published version, 0 before the first. */
  liveNo: number;
  canPublish: boolean;
  save(schema: FormSchema): Promise<void>;
  onPublished(): void;
};

/** Draw a form: components left, the paper in the middle, what is selected right. Saved by itself, undone step by step. */
export function FormBuilder({ formId, schema: initial, liveNo, canPublish, save, onPublished }: Props) {
  const t = useTranslations('builder');
  const locale = useLocale() === 'en' ? 'en' : 'zh';
  const history = useHistory(initial);
  const { present: schema, change } = history;
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [view, setView] = useState<View>('edit');
  const [publishing, setPublishing] = useState(false);
  const [message, setMessage] = useState('');
  const problems = useMemo(() => lintForm(schema), [schema]);
  const autosave = useAutosave(history.revision, () => save(schema));
  const focusNext = useRef<string | null>(null);

  const insert = useCallback<BuilderContextValue['insert']>(
    (node, place) => {
      change((current) => insertNode(current, node, place));
      setSelectedId(node.id);
      focusNext.current = node.id;
    },
    [change],
  );
  // A node that was put in by keyboard gets the focus, so that the next key goes to it.
  useEffect(() => {
    if (!focusNext.current) return;
    document.querySelector<HTMLElement>(`[data-node-id="${focusNext.current}"]`)?.focus({ preventScroll: false });
    focusNext.current = null;
  });
  useShortcuts([
    { keys: 'mod+z', label: t('undo'), run: history.undo },
    { keys: 'mod+shift+z', label: t('redo'), run: history.redo },
    { keys: 'mod+s', label: t('saveState.saving'), run: () => void autosave.flush().catch(() => undefined), inFields: true },
  ]);

  const context = useMemo<BuilderContextValue>(
    () => ({ schema, selectedId, problems, select: setSelectedId, change, insert, announce: setMessage }),
    [schema, selectedId, problems, change, insert],
  );
  const errors = problems.filter((problem) => problem.level === 'error');
  const openPublish = async () => {
    await autosave.flush();
    setPublishing(true);
  };
  return (
    <BuilderProvider value={context}>
      <Crumbs items={[{ label: localText(schema.title, locale) || t('untitled') }]} />
      <div className={classes.builder}>
        <header className={classes.bar}>
          <h1 className={classes.barTitle}>{localText(schema.title, locale) || t('untitled')}</h1>
          <Tag tone="ochre">{t('draft')}</Tag>
          <span className={classes.meta} role="status">
            {liveNo > 0 ? t('live', { no: liveNo }) : t('neverPublished')} · {t(`saveState.${autosave.state}`)}
          </span>
          {autosave.state === 'failed' && (
            <Button size="compact-xs" onClick={() => void autosave.flush().catch(() => undefined)}>
              {t('retrySave')}
            </Button>
          )}
          <ActionIcon aria-label={t('undo')} disabled={!history.canUndo} onClick={history.undo}>
            <IconArrowBackUp size={18} stroke={1.5} />
          </ActionIcon>
          <ActionIcon aria-label={t('redo')} disabled={!history.canRedo} onClick={history.redo}>
            <IconArrowForwardUp size={18} stroke={1.5} />
          </ActionIcon>
          <span className={classes.grow} />
          <Segmented
            label={t('previewAs')}
            value={view}
            onChange={setView}
            options={[
              { value: 'edit', label: t('edit') },
              { value: 'desktop', label: t('desktop') },
              { value: 'phone', label: t('phone') },
            ]}
          />
          <Button
            size="xs"
            variant="subtle"
            onClick={() => setSelectedId(errors[0]?.fieldId ?? problems[0]?.fieldId ?? null)}
            disabled={problems.length === 0}
          >
            {t('problems', { count: problems.length })}
          </Button>
          {canPublish && (
            <Button size="xs" variant="filled" disabled={errors.length > 0} onClick={() => void openPublish().catch(() => undefined)}>
              {t('publish', { no: liveNo + 1 })}
            </Button>
          )}
        </header>
        {view === 'edit' ? (
          <div className={classes.body}>
            <div className={classes.left}>
              <Tabs defaultValue="components">
                <Tabs.List>
                  <Tabs.Tab value="components">{t('components')}</Tabs.Tab>
                  <Tabs.Tab value="outline">{t('outline')}</Tabs.Tab>
                </Tabs.List>
                <Tabs.Panel value="components">
                  <Palette />
                </Tabs.Panel>
                <Tabs.Panel value="outline">
                  <Outline />
                </Tabs.Panel>
              </Tabs>
            </div>
            <div className={classes.middle}>
              <BuilderCanvas />
            </div>
            <PropertiesPanel />
          </div>
        ) : (
          <div className={classes.middle}>
            <Preview schema={schema} phone={view === 'phone'} />
          </div>
        )}
        <p className={classes.announcer} role="status">
          {message}
        </p>
      </div>
      {publishing && (
        <PublishDialog
          formId={formId}
          no={liveNo + 1}
          onClose={() => {
            setPublishing(false);
            onPublished();
          }}
        />
      )}
    </BuilderProvider>
  );
}
