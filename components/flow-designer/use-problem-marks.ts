'use client';

import type Modeler from 'bpmn-js/lib/Modeler';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';
import { useEffect } from 'react';
import type { Problem } from '@/lib/bpmn/problem';

const OVERLAY = 'vm-problem';

/** Marks the elements with problems on the canvas: red what cannot run, ochre what should be looked at; the text on hover. */
export function useProblemMarks(modeler: Modeler | null, problems: readonly Problem[], text: (problem: Problem) => string): void {
  useEffect(() => {
    if (!modeler) return;
    const overlays = modeler.get<Overlays>('overlays');
    const canvas = modeler.get<Canvas>('canvas');
    const registry = modeler.get<ElementRegistry>('elementRegistry');
    const byElement = new Map<string, Problem[]>();
    for (const problem of problems) {
      if (!problem.elementId || !registry.get(problem.elementId)) continue;
      byElement.set(problem.elementId, [...(byElement.get(problem.elementId) ?? []), problem]);
    }
    const marked: [string, string][] = [];
    for (const [elementId, own] of byElement) {
      const level = own.some((problem) => problem.level === 'error') ? 'error' : 'warning';
      if (elementId === canvas.getRootElement().id) continue;
      canvas.addMarker(elementId, `vm-${level}`);
      marked.push([elementId, `vm-${level}`]);
      const badge = document.createElement('span');
      badge.className = `vm-problem vm-problem-${level}`;
      badge.textContent = String(own.length);
      badge.title = own.map(text).join('\n');
      overlays.add(elementId, OVERLAY, { position: { top: -10, right: 10 }, html: badge });
    }
    return () => {
      overlays.remove({ type: OVERLAY });
      for (const [elementId, marker] of marked) if (registry.get(elementId)) canvas.removeMarker(elementId, marker);
    };
  }, [modeler, problems, text]);
}
