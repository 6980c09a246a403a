'use client';

import { ActionIcon } from '@mantine/core';
import { IconFocusCentered, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import type Modeler from 'bpmn-js/lib/Modeler';
import type Canvas from 'diagram-js/lib/core/Canvas';
import { useTranslations } from 'next-intl';
import { CENTRED } from './modeler/centred';
import classes from './flow-designer.module.css';

/** In the canvas's corner, as on a map. */
export function ZoomControls({ modeler }: { modeler: Modeler | null }) {
  const t = useTranslations('designer');
  const zoom = (step: number | null) => {
    const canvas = modeler?.get<Canvas>('canvas');
    if (step === null) canvas?.zoom('fit-viewport', CENTRED);
    else canvas?.zoom(canvas.zoom() * step);
  };
  return (
    <div className={classes.zoom}>
      <ActionIcon aria-label={t('zoomOut')} title={t('zoomOut')} onClick={() => zoom(0.8)}>
        <IconZoomOut size={18} stroke={1.5} />
      </ActionIcon>
      <ActionIcon aria-label={t('zoomIn')} title={t('zoomIn')} onClick={() => zoom(1.25)}>
        <IconZoomIn size={18} stroke={1.5} />
      </ActionIcon>
      <ActionIcon aria-label={t('fit')} title={t('fit')} onClick={() => zoom(null)}>
        <IconFocusCentered size={18} stroke={1.5} />
      </ActionIcon>
    </div>
  );
}
