import { readProcess, type ProcessModel } from '@/lib/bpmn/process-model';
import type { Parsed } from '../parse';
import { type Box, layoutScope } from './layered';

const BPMNDI = 'http://www.omg.org/spec/BPMN/20100524/DI';

/** The text with a drawing when it has none: some tools export the model alone. */
export function withDiagram({ text, document, definitions }: Parsed): string {
  if (document.root.children.some((node) => node.namespace === BPMNDI && node.local === 'BPMNDiagram' && node.children.length > 0))
    return text;
  const model = readProcess(definitions);
  if (!model?.process.id || model.nodes.size === 0) return text;
  return text.slice(0, document.root.innerEnd) + diagram(model, model.process.id) + text.slice(document.root.innerEnd);
}

// helpers //////////////////////

function diagram(model: ProcessModel, processId: string): string {
  const { boxes } = layoutScope(model, '', 120, 60);
  const shapes = [...boxes].map(([id, box]) => shape(model, id, box));
  const edges = [...model.flows.values()].flatMap((flow) => {
    const from = boxes.get(flow.source);
    const to = boxes.get(flow.target);
    return from && to ? [edge(flow.id, from, to)] : [];
  });
  return `<di0:BPMNDiagram xmlns:di0="${BPMNDI}" xmlns:dc0="http://www.omg.org/spec/DD/20100524/DC" xmlns:dd0="http://www.omg.org/spec/DD/20100524/DI" id="Diagram_${processId}"><di0:BPMNPlane id="Plane_${processId}" bpmnElement="${processId}">
${[...shapes, ...edges].join('\n')}
</di0:BPMNPlane></di0:BPMNDiagram>
`;
}

function shape(model: ProcessModel, id: string, { x, y, width, height }: Box): string {
  const expanded = model.scopes.has(id) ? ' isExpanded="true"' : '';
  const marker = model.nodes.get(id)?.kind === 'exclusiveGateway' ? ' isMarkerVisible="true"' : '';
  return `<di0:BPMNShape id="${id}_di" bpmnElement="${id}"${expanded}${marker}><dc0:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/></di0:BPMNShape>`;
}

function edge(id: string, from: Box, to: Box): string {
  const points = route(from, to).map(([x, y]) => `<dd0:waypoint x="${Math.round(x)}" y="${Math.round(y)}"/>`);
  return `<di0:BPMNEdge id="${id}_di" bpmnElement="${id}">${points.join('')}</di0:BPMNEdge>`;
}

/** To the right in a bent line; back to the left below everything between. */
function route(from: Box, to: Box): [number, number][] {
  const fromY = from.y + from.height / 2;
  const toY = to.y + to.height / 2;
  const end = from.x + from.width;
  if (to.x >= end) {
    const middle = (end + to.x) / 2;
    return fromY === toY
      ? [
          [end, fromY],
          [to.x, toY],
        ]
      : [
          [end, fromY],
          [middle, fromY],
          [middle, toY],
          [to.x, toY],
        ];
  }
  const below = Math.max(from.y + from.height, to.y + to.height) + 20;
  const [fromX, toX] = [from.x + from.width / 2, to.x + to.width / 2];
  return [
    [fromX, from.y + from.height],
    [fromX, below],
    [toX, below],
    [toX, to.y + to.height],
  ];
}
