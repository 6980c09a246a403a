'use client';

import 'bpmn-js/dist/assets/diagram-js.css';
import './diagram.css';
import { ActionIcon } from '@mantine/core';
import { IconArrowsMaximize, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import Viewer from 'bpmn-js/lib/Viewer';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { englishName, isA, type ModdleElement } from '@/lib/bpmn/moddle';
import { vermilionModdle } from '@/lib/bpmn/vermilion-moddle';
import { personName } from '@/lib/format/person';
import type { DiagramView } from '@/server/instance/request-page';
import { DiagramSheet } from './diagram-sheet';
import { paintDiagram } from './paint-diagram';
import { headroomOf } from './return-path';
import classes from './diagram.module.css';

/** The model with the path taken in pine, where it stands in indigo, incidents in red; scroll or drag to move, buttons to zoom. */
export default function Diagram({ diagram, height = 320 }: { diagram: DiagramView; height?: number }) {
  const t = useTranslations('request');
  const locale = useLocale();
  const window = useRef<HTMLDivElement>(null);
  const container = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<{ viewer: Viewer; sheet: DiagramSheet } | null>(null);
  const [failed, setFailed] = useState(false);
  const { xml } = diagram;
  // A request that moves on is marked anew on the same drawing: scale and place stay where the reader
  // left them. It stands before the drawing's own effect, so that the marks go before the drawing does.
  useEffect(() => {
    if (!drawing) return;
    drawing.sheet.keepAbove(headroomOf(diagram.returns.length));
    const clear = paintDiagram(drawing.viewer, diagram, {
      names: (people) => people.map((person) => personName(person, locale)).join(locale === 'zh' ? '、' : ', '),
      nameOf: ({ round, cause }) => t(`wentBack.${cause}`, { round }),
    });
    drawing.sheet.follow(diagram.tokens[0]?.elementId);
    return clear;
  }, [drawing, diagram, locale, t]);
  useEffect(() => {
    if (!container.current || !window.current) return;
    const scroller = window.current;
    // An SVG attribute cannot name a variable, and what is measured must be what is drawn.
    const fontFamily = getComputedStyle(document.documentElement).getPropertyValue('--ui');
    const viewer = new Viewer({
      container: container.current,
      moddleExtensions: { vm: vermilionModdle },
      textRenderer: { defaultStyle: { fontFamily, fontSize: 12 }, externalStyle: { fontFamily, fontSize: 11 } },
      bpmnRenderer: { defaultFillColor: 'var(--surface)', defaultStrokeColor: 'var(--ink3)', defaultLabelColor: 'var(--ink)' },
    } as ConstructorParameters<typeof Viewer>[0]);
    const sheet = new DiagramSheet(viewer, scroller, container.current);
    const resize = new ResizeObserver(() => sheet.refit());
    let gone = false;
    if (locale === 'en') viewer.on('import.parse.complete', ({ elementsById }: Parsed) => nameInEnglish(elementsById));
    viewer
      .importXML(xml)
      .then(() => {
        if (gone) return;
        sheet.fit();
        resize.observe(scroller);
        setDrawing({ viewer, sheet });
      })
      .catch(() => !gone && setFailed(true));
    return () => {
      gone = true;
      resize.disconnect();
      setDrawing(null);
      viewer.destroy();
    };
  }, [xml, locale]);
  if (failed) return <p className={classes.failed}>{t('diagramFailed')}</p>;
  return (
    <div className={classes.wrap} style={{ height }}>
      <div
        ref={window}
        className={classes.window}
        role="figure"
        aria-label={t('diagramLabel', { where: diagram.tokens.length })}
        onPointerDown={(event) => drawing?.sheet.drag(event.nativeEvent)}
      >
        <div ref={container} className={classes.canvas} />
      </div>
      <div className={classes.zoom}>
        <ActionIcon variant="subtle" color="gray" aria-label={t('zoomOut')} onClick={() => drawing?.sheet.zoom(0.8)}>
          <IconZoomOut size={18} stroke={1.5} />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t('zoomIn')} onClick={() => drawing?.sheet.zoom(1.25)}>
          <IconZoomIn size={18} stroke={1.5} />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t('zoomFit')} onClick={() => drawing?.sheet.fit()}>
          <IconArrowsMaximize size={18} stroke={1.5} />
        </ActionIcon>
      </div>
    </div>
  );
}

// helpers //////////////////////

type Parsed = { elementsById: Readonly<Record<string, ModdleElement>> };

/** Before anything is drawn: the English names where the designer gave them. */
function nameInEnglish(elements: Parsed['elementsById']): void {
  for (const element of Object.values(elements)) {
    const name = isA(element, 'bpmn:FlowElement') ? englishName(element) : '';
    if (name) element.name = name;
  }
}
