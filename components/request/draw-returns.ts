import type Viewer from 'bpmn-js/lib/Viewer';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type { DiagramView } from '@/server/instance/request-page';
import { returnPath, type Box } from './return-path';

/** So many of the newest: more would lie over each other. */
const SHOWN = 2;

/** Draws how a request went back to its applicant: a broken red line above the model, with its round; answers what takes it off again. */
export function drawReturns(
  viewer: Viewer,
  returns: DiagramView['returns'],
  nameOf: (back: DiagramView['returns'][number]) => string,
): () => void {
  const registry = viewer.get<ElementRegistry>('elementRegistry');
  const boxOf = (id: string) => toBox(registry.get(id));
  const all = registry.getAll().flatMap((element) => toBox(element) ?? []);
  const layer = viewer.get<Canvas>('canvas').getLayer('vm-returns', 1);
  const drawn = returns.slice(-SHOWN).flatMap((back, index) => {
    const [from, to] = [boxOf(back.elementId), boxOf(back.to)];
    if (!from || !to) return [];
    const { d, label } = returnPath(from, to, all, index);
    const line = svg('path', { class: 'vm-return', d });
    const text = svg('text', { class: 'vm-return-name', x: String(label.x), y: String(label.y) });
    text.textContent = nameOf(back);
    layer.append(line, text);
    return [line, text];
  });
  return () => {
    for (const node of drawn) node.remove();
  };
}

// helpers //////////////////////

function toBox(element: object | undefined): Box | undefined {
  if (!element || !('x' in element) || !('width' in element) || !('y' in element) || !('height' in element)) return undefined;
  return { x: Number(element.x), y: Number(element.y), width: Number(element.width), height: Number(element.height) };
}

function svg(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}
