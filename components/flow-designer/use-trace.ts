'use client';

import type Modeler from 'bpmn-js/lib/Modeler';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import { useEffect, useState } from 'react';

const MARKER = 'vm-trace';

/** Shows one run through the model on the canvas, until the model changes or another one is asked for. */
export function useTrace(modeler: Modeler | null, revision: number): (trace: readonly string[]) => void {
  const [shown, setShown] = useState<{ trace: readonly string[]; revision: number } | null>(null);
  const trace = shown?.revision === revision ? shown.trace : null;
  useEffect(() => {
    if (!modeler || !trace) return;
    const canvas = modeler.get<Canvas>('canvas');
    const registry = modeler.get<ElementRegistry>('elementRegistry');
    const marked = trace.filter((id) => registry.get(id));
    for (const id of marked) canvas.addMarker(id, MARKER);
    return () => {
      for (const id of marked) if (registry.get(id)) canvas.removeMarker(id, MARKER);
    };
  }, [modeler, trace]);
  return (next) => setShown((old) => (old?.trace === next && old.revision === revision ? null : { trace: next, revision }));
}
