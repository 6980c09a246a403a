'use client';

import type Modeler from 'bpmn-js/lib/Modeler';
import type { Connection, Element } from 'bpmn-js/lib/model/Types';
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
      overlays.add(elementId, OVERLAY, { position: placeOf(registry.get(elementId) as Element), html: badge });
    }
    return () => {
      overlays.remove({ type: OVERLAY });
      for (const [elementId, marker] of marked) if (registry.get(elementId)) canvas.removeMarker(elementId, marker);
    };
  }, [modeler, problems, text]);
}

// helpers //////////////////////

/** At the corner of a step; in the middle of a flow, whose ends belong to others. */
function placeOf(element: Element): { top: number; left?: number; right?: number } {
  const { waypoints } = element as Connection;
  if (!waypoints) return { top: -10, right: 10 };
  const { x, y } = middleOf(waypoints);
  return { top: y - Math.min(...waypoints.map((point) => point.y)) - 10, left: x - Math.min(...waypoints.map((point) => point.x)) - 10 };
}

function middleOf(points: readonly Point[]): Point {
  const ways = points.slice(1).map((to, index) => ({ from: points[index] ?? to, to }));
  const length = ({ from, to }: { from: Point; to: Point }) => Math.hypot(to.x - from.x, to.y - from.y);
  const longest = ways.reduce<{ from: Point; to: Point } | null>((best, way) => (best && length(best) >= length(way) ? best : way), null);
  if (!longest) return { x: 0, y: 0 };
  return { x: (longest.from.x + longest.to.x) / 2, y: (longest.from.y + longest.to.y) / 2 };
}

type Point = { x: number; y: number };
