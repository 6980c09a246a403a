'use client';

import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import './canvas.css';
import { Button } from '@mantine/core';
import type CommandStack from 'diagram-js/lib/command/CommandStack';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Selection from 'diagram-js/lib/features/selection/Selection';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import { useShortcuts } from '@/components/shell/shortcuts/use-shortcuts';
import { type Conflict, ConflictBanner } from '@/components/studio/conflict-banner';
import { DeskNote } from '@/components/studio/desk-note';
import { useAutosave } from '@/components/studio/use-autosave';
import { ErrorState } from '@/components/ui/error-state';
import type { ProcessDetail } from '@/server/process/get';
import { AccessMatrix } from './access-matrix';
import { applyFix } from './apply-fix';
import { DesignerBar } from './designer-bar';
import { type ConnectorChoice, DesignerProvider, type ProcessHead } from './designer-context';
import { download } from '@/components/studio/download';
import { ImportDialog } from './import-dialog';
import { PropertyPanel } from './panel/property-panel';
import { ProblemList } from './problem-list';
import { PublishDialog } from './publish-dialog';
import { useElementNotes } from './use-element-notes';
import { useLiveCheck } from './use-live-check';
import { useModeler } from './use-modeler';
import { useProblemMarks } from './use-problem-marks';
import { useProblemText } from './use-problem-text';
import { useProcessForm } from './use-process-form';
import { useTrace } from './use-trace';
import { VersionsDrawer } from './versions-drawer';
import { ZoomControls } from './zoom-controls';
import classes from './flow-designer.module.css';

type Props = {
  process: ProcessDetail;
  connectors: readonly ConnectorChoice[];
  canPublish: boolean;
  /** Somebody else has stored something since this draft was read. */
  conflict: Conflict | null;
  save(xml: string, head: ProcessHead): Promise<void>;
  /** From now on this canvas counts, whatever is stored. */
  takeOver(): Promise<void>;
  onPublished(): void;
};

type Panel = 'publish' | 'versions' | 'matrix' | 'import';

/** Draw a flow: canvas in the middle, the selected element's settings right, problems below; saved by itself. */
export default function FlowDesigner({ process, connectors, canPublish, conflict, save, takeOver, onPublished }: Props) {
  const t = useTranslations('designer');
  const locale = useLocale();
  const container = useRef<HTMLDivElement>(null);
  const state = useModeler(container, process.xml, locale);
  const { modeler, selected } = state;
  const [{ head, edits }, setHead] = useState<{ head: ProcessHead; edits: number }>(() => ({
    head: { name: process.name, icon: process.icon, categoryId: process.categoryId },
    edits: 0,
  }));
  const [panel, setPanel] = useState<Panel | null>(null);
  const [showProblems, setShowProblems] = useState(true);
  const [tryAs, setTryAs] = useState<string | null>(null);
  const problemText = useProblemText();
  const form = useProcessForm(modeler);
  const problems = useLiveCheck(modeler, state.revision, { connectors, form });
  useProblemMarks(modeler, problems, problemText);
  useElementNotes(modeler, state.revision, connectors);
  const showTrace = useTrace(modeler, state.revision);
  const text = async () => (await modeler?.saveXML({ format: true }))?.xml ?? '';
  const autosave = useAutosave(
    state.revision + edits,
    async () => {
      if (modeler) await save(await text(), head);
    },
    conflict !== null,
  );
  // The canvas has its keys while it has the focus; these are for the rest of the page, and for the sheet of keys.
  const stack = () => modeler?.get<CommandStack>('commandStack');
  useShortcuts([
    { keys: 'mod+z', label: t('undo'), run: () => stack()?.undo() },
    { keys: 'mod+shift+z', label: t('redo'), run: () => stack()?.redo() },
    { keys: 'mod+s', label: t('saveNow'), run: () => void autosave.flush().catch(() => undefined), inFields: true },
  ]);
  const context = useMemo(
    () =>
      modeler
        ? {
            processId: process.id,
            modeler,
            head,
            changeHead: (part: Partial<ProcessHead>) => setHead((old) => ({ head: { ...old.head, ...part }, edits: old.edits + 1 })),
            form: form ?? null,
            connectors,
            problems,
            tryAs,
            setTryAs,
            openAccessMatrix: () => setPanel('matrix'),
          }
        : null,
    [modeler, head, form, problems, connectors, tryAs, process.id],
  );
  const errors = problems.filter((problem) => problem.level === 'error').length;
  const warnings = problems.length - errors;
  const show = (elementId: string | null) => {
    const element = elementId ? modeler?.get<ElementRegistry>('elementRegistry').get(elementId) : undefined;
    if (!modeler || !element) return modeler?.get<Selection>('selection').select([]);
    modeler.get<Selection>('selection').select(element);
    modeler.get<Canvas>('canvas').scrollToElement(element);
  };
  return (
    <div className={classes.designer}>
      <DesignerBar
        process={process}
        head={head}
        state={state}
        saveState={autosave.state}
        flush={autosave.flush}
        canPublish={canPublish}
        errors={errors}
        open={setPanel}
      />
      <DeskNote />
      {conflict && (
        <div className={classes.conflict}>
          <ConflictBanner
            conflict={conflict}
            keepFile={() => void text().then((xml) => download(`${process.key}.bpmn`, new TextEncoder().encode(xml)))}
            overwrite={() => takeOver().then(autosave.flush)}
          />
        </div>
      )}
      <div className={classes.body}>
        <div className={classes.main}>
          <div className={classes.canvasFrame}>
            <div ref={container} className={classes.canvas} data-testid="canvas" />
            <ZoomControls modeler={modeler} />
          </div>
          <div className={classes.bottom}>
            <div className={classes.bottomHead}>
              <span>
                {problems.length === 0
                  ? t('problems')
                  : t('problemCount', { errors, warnings, both: errors > 0 && warnings > 0 ? 'yes' : 'no' })}
              </span>
              <Button size="compact-xs" variant="subtle" onClick={() => setShowProblems(!showProblems)}>
                {t(showProblems ? 'hideProblems' : 'showProblems')}
              </Button>
            </div>
            {showProblems && (
              <ProblemList
                problems={problems}
                onSelect={show}
                onTrace={showTrace}
                {...(modeler ? { onFix: (fix) => applyFix(modeler, fix) } : {})}
              />
            )}
          </div>
        </div>
        <div className={classes.side}>
          {state.error ? (
            <ErrorState error={new Error(state.error)} />
          ) : (
            context &&
            selected && <DesignerProvider value={context}>{<PropertyPanel key={selected.id} element={selected} />}</DesignerProvider>
          )}
        </div>
      </div>
      {context && (
        <DesignerProvider value={context}>
          <AccessMatrix opened={panel === 'matrix'} onClose={() => setPanel(null)} />
        </DesignerProvider>
      )}
      {panel === 'publish' && (
        <PublishDialog
          processId={process.id}
          no={process.latestNo + 1}
          onClose={() => {
            setPanel(null);
            onPublished();
          }}
        />
      )}
      {panel === 'versions' && <VersionsDrawer process={process} onClose={() => setPanel(null)} beforeCompare={() => autosave.flush()} />}
      {panel === 'import' && <ImportDialog processId={process.id} flush={() => autosave.flush()} onClose={() => setPanel(null)} />}
    </div>
  );
}
