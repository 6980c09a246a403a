'use client';

import 'bpmn-js/dist/assets/diagram-js.css';
import './diagram.css';
import { ActionIcon } from '@mantine/core';
import { IconArrowsMaximize, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { vermilionModdle } from '@/lib/bpmn/vermilion-moddle';
import { personName } from '@/lib/format/person';
import type { DiagramView } from '@/server/instance/request-page';
import classes from './diagram.module.css';

/** The model with the path taken in pine, where it stands in indigo, incidents in red; drag to move, wheel or buttons to zoom. */
export default function Diagram({ diagram, height = 320 }: { diagram: DiagramView; height?: number }) {
  const t = useTranslations('request');
  const locale = useLocale();
  const container = useRef<HTMLDivElement>(null);
  const viewer = useRef<NavigatedViewer | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!container.current) return;
    const instance = new NavigatedViewer({
      container: container.current,
      moddleExtensions: { vm: vermilionModdle },
      bpmnRenderer: { defaultFillColor: 'var(--surface)', defaultStrokeColor: 'var(--ink3)', defaultLabelColor: 'var(--ink)' },
    } as ConstructorParameters<typeof NavigatedViewer>[0]);
    viewer.current = instance;
    let gone = false;
    instance
      .importXML(diagram.xml)
      .then(() => {
        if (gone) return;
        instance.get<Canvas>('canvas').zoom('fit-viewport');
        paint(instance, diagram, (people) => people.map((person) => personName(person, locale)).join(locale === 'zh' ? '、' : ', '));
      })
      .catch(() => !gone && setFailed(true));
    return () => {
      gone = true;
      viewer.current = null;
      instance.destroy();
    };
  }, [diagram, locale]);
  const zoom = (step: number | null) => {
    const canvas = viewer.current?.get<Canvas>('canvas');
    if (!canvas) return;
    if (step === null) canvas.zoom('fit-viewport');
    else canvas.zoom(canvas.zoom() * step);
  };
  if (failed) return <p className={classes.failed}>{t('diagramFailed')}</p>;
  return (
    <div className={classes.wrap} style={{ height }}>
      <div ref={container} className={classes.canvas} role="img" aria-label={t('diagramLabel', { where: diagram.tokens.length })} />
      <div className={classes.zoom}>
        <ActionIcon variant="subtle" color="gray" aria-label={t('zoomOut')} onClick={() => zoom(0.8)}>
          <IconZoomOut size={18} stroke={1.5} />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t('zoomIn')} onClick={() => zoom(1.25)}>
          <IconZoomIn size={18} stroke={1.5} />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t('zoomFit')} onClick={() => zoom(null)}>
          <IconArrowsMaximize size={18} stroke={1.5} />
        </ActionIcon>
      </div>
    </div>
  );
}

// helpers //////////////////////

function paint(viewer: NavigatedViewer, diagram: DiagramView, names: (people: DiagramView['tokens'][number]['people']) => string): void {
  const canvas = viewer.get<Canvas>('canvas');
  const overlays = viewer.get<Overlays>('overlays');
  const registry = viewer.get<ElementRegistry>('elementRegistry');
  const mark = (id: string, marker: string) => registry.get(id) && canvas.addMarker(id, marker);
  const label = (id: string, text: string, className: string) => {
    const element = registry.get(id);
    if (!element || !text) return;
    const node = document.createElement('span');
    node.className = className;
    node.textContent = text;
    overlays.add(id, { position: { bottom: -4, left: 0 }, html: node });
  };
  for (const flow of diagram.flows) mark(flow.flowId, 'vm-taken');
  for (const visit of diagram.visited) {
    mark(visit.elementId, 'vm-visited');
    label(visit.elementId, [names(visit.people), visit.visits > 1 ? `×${visit.visits}` : ''].filter(Boolean).join(' '), 'vm-people');
  }
  for (const token of diagram.tokens) {
    mark(token.elementId, 'vm-token');
    label(token.elementId, names(token.people), 'vm-people vm-people-now');
  }
  for (const id of diagram.incidents) mark(id, 'vm-incident');
}
