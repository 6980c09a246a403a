'use client';

import { Tabs } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Crumbs } from '@/components/shell/crumbs';
import { useShortcuts } from '@/components/shell/shortcuts/use-shortcuts';
import { type Conflict, ConflictBanner } from '@/components/studio/conflict-banner';
import { DeskNote } from '@/components/studio/desk-note';
import { useAutosave } from '@/components/studio/use-autosave';
import { lintForm } from '@/forms/schema/lint';
import type { FormSchema } from '@/forms/schema/schema';
import { localText } from '@/lib/json';
import type { FormDetail } from '@/server/form/get';
import { type BuilderContextValue, BuilderProvider } from './builder-context';
import { BuilderBar } from './builder-bar';
import { BuilderCanvas } from './canvas';
import { downloadForm } from './download-form';
import { Outline } from './outline';
import { Palette } from './palette';
import { Preview } from './preview';
import { PropertiesPanel } from './properties/properties-panel';
import { PublishDialog } from './publish-dialog';
import { insertNode } from './state/operations';
import { useHistory } from './state/use-history';
import type { View } from './use-view';
import { VersionsDrawer } from './versions-drawer';
import classes from './form-builder.module.css';

type Props = {
  form: FormDetail;
  /** The draft to begin with; later ones of `form` are what was saved. */
  schema: FormSchema;
  save(schema: FormSchema): Promise<void>;
  /** Somebody else has stored something since this draft was read. */
  conflict: Conflict | null;
  /** From now on this drawing counts, whatever is stored. */
  takeOver(): Promise<void>;
  onPublished(): void;
};

/** Draw a form: components left, the paper in the middle, what is selected right. Saved by itself, undone step by step. */
export function FormBuilder({ form, schema: initial, save, conflict, takeOver, onPublished }: Props) {
  const t = useTranslations('builder');
  const locale = useLocale();
  const history = useHistory(initial);
  const { present: schema, change } = history;
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [view, setView] = useState<View>({ mode: 'edit', activity: null });
  const [publishing, setPublishing] = useState(false);
  const [versions, setVersions] = useState<{ compareWith: number | null } | null>(null);
  const [message, setMessage] = useState('');
  const problems = useMemo(() => lintForm(schema), [schema]);
  const autosave = useAutosave(history.revision, () => save(schema), conflict !== null);
  const focusNext = useRef<string | null>(null);
  const live = form.latest?.schema ?? null;
  const liveNo = form.latest?.no ?? 0;

  const insert = useCallback<BuilderContextValue['insert']>(
    (node, place) => {
      change((current) => insertNode(current, node, place));
      setSelectedId(node.id);
      focusNext.current = node.id;
    },
    [change],
  );
  const select = useCallback((id: string | null) => {
    setView((current) => (current.mode === 'edit' ? current : { ...current, mode: 'edit' }));
    setSelectedId(id);
  }, []);
  // A node that was put in by keyboard gets the focus, so that the next key goes to it.
  useEffect(() => {
    if (!focusNext.current) return;
    document.querySelector<HTMLElement>(`[data-node-id="${focusNext.current}"]`)?.focus({ preventScroll: false });
    focusNext.current = null;
  });
  useShortcuts([
    { keys: 'mod+z', label: t('undo'), run: history.undo },
    { keys: 'mod+shift+z', label: t('redo'), run: history.redo },
    { keys: 'mod+s', label: t('saveNow'), run: () => void autosave.flush().catch(() => undefined), inFields: true },
  ]);

  const context = useMemo<BuilderContextValue>(
    () => ({ formId: form.id, schema, live, selectedId, problems, select, change, insert, announce: setMessage }),
    [form.id, schema, live, selectedId, problems, select, change, insert],
  );
  const openPublish = async () => {
    await autosave.flush();
    setPublishing(true);
  };
  return (
    <BuilderProvider value={context}>
      <Crumbs items={[{ label: localText(schema.title, locale) || t('untitled') }]} />
      <div className={classes.builder}>
        <BuilderBar
          liveNo={liveNo}
          saveState={autosave.state}
          history={history}
          view={view}
          onView={setView}
          onRetrySave={() => void autosave.flush().catch(() => undefined)}
          onVersions={(compareWith) => setVersions({ compareWith })}
          onPublish={() => void openPublish().catch(() => undefined)}
        />
        <DeskNote />
        {conflict && (
          <div className={classes.conflict}>
            <ConflictBanner
              conflict={conflict}
              keepFile={() => downloadForm({ kind: 'vermilion-form', formatVersion: 1, name: schema.title, schema }, locale)}
              overwrite={() => takeOver().then(autosave.flush)}
            />
          </div>
        )}
        {view.mode === 'edit' ? (
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
            <Preview key={`${view.activity?.key ?? ''}`} schema={schema} phone={view.mode === 'phone'} activity={view.activity} />
          </div>
        )}
        <p className={classes.announcer} role="status">
          {message}
        </p>
      </div>
      {publishing && (
        <PublishDialog
          formId={form.id}
          no={liveNo + 1}
          onClose={() => {
            setPublishing(false);
            onPublished();
          }}
        />
      )}
      {versions && <VersionsDrawer compareWith={versions.compareWith} onClose={() => setVersions(null)} />}
    </BuilderProvider>
  );
}
