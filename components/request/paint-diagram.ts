import type Viewer from 'bpmn-js/lib/Viewer';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';
import type { DiagramView } from '@/server/instance/request-page';
import { drawReturns } from './draw-returns';

type People = DiagramView['tokens'][number]['people'];
type Words = { names(people: People): string; nameOf(back: DiagramView['returns'][number]): string };

/** Marks on the drawn model where the request has been, where it is, and who had or has it there; what it answers takes the marks off again. */
export function paintDiagram(viewer: Viewer, diagram: DiagramView, { names, nameOf }: Words): () => void {
  const canvas = viewer.get<Canvas>('canvas');
  const overlays = viewer.get<Overlays>('overlays');
  const registry = viewer.get<ElementRegistry>('elementRegistry');
  const undo: (() => void)[] = [];
  const mark = (id: string, marker: string) => {
    if (!registry.get(id)) return;
    canvas.addMarker(id, marker);
    undo.push(() => canvas.removeMarker(id, marker));
  };
  const label = (id: string, text: string, className: string) => {
    const element = registry.get(id);
    if (!element || !text) return;
    const node = document.createElement('span');
    node.className = className;
    node.textContent = text;
    node.title = text;
    const width = 'width' in element ? Number(element.width) : 100;
    // Events have their own name below them: the people stand under it.
    const overlay = overlays.add(id, { position: { bottom: width < 80 ? -22 : -4, left: width / 2 }, html: node });
    undo.push(() => overlays.remove(overlay));
  };
  // Where it stands now says who has it now; who had it before is in the timeline.
  const now = new Set(diagram.tokens.map((token) => token.elementId));
  for (const flow of diagram.flows) mark(flow.flowId, flow.earlier ? 'vm-taken-earlier' : 'vm-taken');
  for (const visit of diagram.visited) {
    mark(visit.elementId, markOf(visit, now.has(visit.elementId)));
    if (!now.has(visit.elementId))
      label(visit.elementId, [names(visit.people), visit.visits > 1 ? `×${visit.visits}` : ''].filter(Boolean).join(' '), 'vm-people');
  }
  for (const token of diagram.tokens) {
    mark(token.elementId, 'vm-token');
    label(token.elementId, names(token.people), 'vm-people vm-people-now');
  }
  for (const id of diagram.incidents) mark(id, 'vm-incident');
  undo.push(drawReturns(viewer, diagram.returns, nameOf));
  return () => {
    for (const step of undo) step();
  };
}

// helpers //////////////////////

/** Approved, or passed; refused there; left without a decision; done in a round that has begun anew. */
function markOf({ outcome, earlier, left }: DiagramView['visited'][number], isNow: boolean): string {
  if (isNow) return 'vm-visited';
  if (earlier) return 'vm-earlier';
  if (outcome === 'rejected' || outcome === 'returned') return 'vm-refused';
  return left ? 'vm-left' : 'vm-visited';
}
