'use client';

import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import './canvas.css';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconFocusCentered, IconHistory, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import type CommandStack from 'diagram-js/lib/command/CommandStack';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Selection from 'diagram-js/lib/features/selection/Selection';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import { Crumbs } from '@/components/shell/crumbs';
import { MoreMenu } from '@/components/ui/lazy-more-menu';
import { Tag } from '@/components/ui/tag';
import { ErrorState } from '@/components/ui/error-state';
import type { Problem } from '@/lib/bpmn/problem';
import type { FormSchema } from '@/forms/schema/schema';
import { localText } from '@/lib/json';
import type { ProcessDetail } from '@/server/process/get';
import { AccessMatrix } from './access-matrix';
import { type ConnectorChoice, DesignerProvider } from './designer-context';
import { PropertyPanel } from './panel/property-panel';
import { ProblemList } from './problem-list';
import { ProcessHeadMenu } from './process-head-menu';
import { PublishDialog } from './publish-dialog';
import { useAutosave } from './use-autosave';
import { useExportModel } from './use-export-model';
import { useLiveCheck } from './use-live-check';
import { useModeler } from './use-modeler';
import { useProblemMarks } from './use-problem-marks';
import { useProblemText } from './use-problem-text';
import { VersionsDrawer } from './versions-drawer';
import classes from './flow-designer.module.css';

type Props = {
  process: ProcessDetail;
  connectors: readonly ConnectorChoice[];
  canPublish: boolean;
  /** The form that the model names, as its instances would see it. */
  formOf(formId: string | null): FormSchema | null;
  save(xml: string): Promise<void>;
  onPublished(): void;
};

/** Draw a flow: canvas in the middle, the selected element's settings right, problems below; saved by itself. */
export default function FlowDesigner({ process, connectors, canPublish, formOf, save, onPublished }: Props) {
  const t = useTranslations('designer');
  const locale = useLocale() === 'en' ? 'en' : 'zh';
  const container = useRef<HTMLDivElement>(null);
  const state = useModeler(container, process.xml, locale);
  const { modeler, selected } = state;
  const [panel, setPanel] = useState<'publish' | 'versions' | 'matrix' | null>(null);
  const [showProblems, setShowProblems] = useState(true);
  const exportModel = useExportModel(process.id);
  const problemText = useProblemText();
  const check = useLiveCheck(modeler, state.revision, { connectors, formOf });
  useProblemMarks(modeler, check.problems, problemText);
  const autosave = useAutosave(state.revision, async () => {
    if (!modeler) return;
    const { xml } = await modeler.saveXML({ format: true });
    await save(xml ?? '');
  });
  const context = useMemo(
    () =>
      modeler
        ? { modeler, form: check.form, connectors, problems: check.problems, readOnly: false, openAccessMatrix: () => setPanel('matrix') }
        : null,
    [modeler, check.form, check.problems, connectors],
  );
  const errors = check.problems.filter((problem) => problem.level === 'error').length;
  const warnings = check.problems.length - errors;
  const zoom = (step: number | null) => {
    const canvas = modeler?.get<Canvas>('canvas');
    if (step === null) canvas?.zoom('fit-viewport');
    else canvas?.zoom(canvas.zoom() * step);
  };
  const show = (problem: Problem['elementId']) => {
    const element = problem ? modeler?.get<ElementRegistry>('elementRegistry').get(problem) : undefined;
    if (!modeler || !element) return modeler?.get<Selection>('selection').select([]);
    modeler.get<Selection>('selection').select(element);
    modeler.get<Canvas>('canvas').scrollToElement(element);
  };
  const openPublish = async () => {
    await autosave.flush();
    setPanel('publish');
  };
  return (
    <div className={classes.designer}>
      <Crumbs items={[{ label: localText(process.name, locale) }]} />
      <header className={classes.bar}>
        <h1 className={classes.title}>{localText(process.name, locale)}</h1>
        <Tag tone="ochre">{t('draft')}</Tag>
        <span className={classes.meta} role="status">
          {process.latestNo > 0 ? t('live', { no: process.latestNo }) : t('neverPublished')}
          {process.openInstances > 0 && ` · ${t('openInstances', { count: process.openInstances })}`} · {t(`saveState.${autosave.state}`)}
        </span>
        {autosave.state === 'failed' && (
          <Button size="compact-xs" onClick={() => void autosave.flush().catch(() => undefined)}>
            {t('retrySave')}
          </Button>
        )}
        <ActionIcon aria-label={t('undo')} disabled={!state.canUndo} onClick={() => modeler?.get<CommandStack>('commandStack').undo()}>
          <IconArrowBackUp size={18} stroke={1.5} />
        </ActionIcon>
        <ActionIcon aria-label={t('redo')} disabled={!state.canRedo} onClick={() => modeler?.get<CommandStack>('commandStack').redo()}>
          <IconArrowForwardUp size={18} stroke={1.5} />
        </ActionIcon>
        <ActionIcon aria-label={t('versions')} onClick={() => setPanel('versions')}>
          <IconHistory size={18} stroke={1.5} />
        </ActionIcon>
        <span className={classes.grow} />
        <ActionIcon aria-label={t('zoomOut')} onClick={() => zoom(0.8)}>
          <IconZoomOut size={18} stroke={1.5} />
        </ActionIcon>
        <ActionIcon aria-label={t('zoomIn')} onClick={() => zoom(1.25)}>
          <IconZoomIn size={18} stroke={1.5} />
        </ActionIcon>
        <ActionIcon aria-label={t('fit')} onClick={() => zoom(null)}>
          <IconFocusCentered size={18} stroke={1.5} />
        </ActionIcon>
        <MoreMenu label={t('more')}>
          <Menu.Item onClick={() => void autosave.flush().then(() => exportModel(null))}>{t('exportXml')}</Menu.Item>
          <ProcessHeadMenu processId={process.id} flush={() => autosave.flush()} />
        </MoreMenu>
        {canPublish && (
          <Button size="xs" variant="filled" disabled={errors > 0 || !modeler} onClick={() => void openPublish().catch(() => undefined)}>
            {t('publish', { no: process.latestNo + 1 })}
          </Button>
        )}
      </header>
      <div className={classes.body}>
        <div className={classes.main}>
          <div ref={container} className={classes.canvas} data-testid="canvas" />
          <div className={classes.bottom}>
            <div className={classes.bottomHead}>
              <span>
                {check.problems.length === 0
                  ? t('problems')
                  : t('problemCount', { errors, warnings, both: errors > 0 && warnings > 0 ? 'yes' : 'no' })}
              </span>
              <Button size="compact-xs" variant="subtle" onClick={() => setShowProblems(!showProblems)}>
                {t(showProblems ? 'hideProblems' : 'showProblems')}
              </Button>
            </div>
            {showProblems && <ProblemList problems={check.problems} onSelect={show} />}
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
    </div>
  );
}
