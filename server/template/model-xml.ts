import type { ProcessSettings, SendTaskSettings, ServiceTaskSettings, UserTaskSettings } from '@/lib/bpmn/settings';

type NodeType = 'startEvent' | 'endEvent' | 'userTask' | 'sendTask' | 'serviceTask' | 'exclusiveGateway' | 'parallelGateway';
/** `x`, `y`: centre on the canvas. */
export type ModelNode = {
  id: string;
  type: NodeType;
  name: string;
  nameEn?: string;
  x: number;
  y: number;
  settings?: UserTaskSettings | SendTaskSettings | ServiceTaskSettings;
};
export type ModelFlow = {
  id: string;
  from: string;
  to: string;
  name?: string;
  nameEn?: string;
  condition?: string;
  isDefault?: boolean /** Corners between the ends. */;
  via?: readonly (readonly [number, number])[];
};
export type ModelPlan = { name: string; settings: ProcessSettings; nodes: readonly ModelNode[]; flows: readonly ModelFlow[] };

const SIZES: Record<NodeType, readonly [number, number]> = {
  startEvent: [36, 36],
  endEvent: [36, 36],
  userTask: [120, 72],
  sendTask: [120, 72],
  serviceTask: [120, 72],
  exclusiveGateway: [50, 50],
  parallelGateway: [50, 50],
};

/** BPMN 2.0 XML with its drawing for a model given as nodes and flows. */
export function modelXml(key: string, plan: ModelPlan): string {
  const id = key.replace(/[^A-Za-z0-9_]/g, '_');
  const nodes = new Map(plan.nodes.map((node) => [node.id, node]));
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:vm="urn:vermilion:bpmn:1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="Definitions_${id}" targetNamespace="urn:vermilion:process">
  <bpmn:process id="Process_${id}" name="${escapeXml(plan.name)}" isExecutable="true">
    ${extension(plan.settings)}
${plan.nodes.map((node) => element(node, plan.flows)).join('\n')}
${plan.flows.map(flowElement).join('\n')}
  </bpmn:process>
  <bpmndi:BPMNDiagram id="Diagram_${id}">
    <bpmndi:BPMNPlane id="Plane_${id}" bpmnElement="Process_${id}">
${plan.nodes.map(shape).join('\n')}
${plan.flows.map((flow) => edge(flow, nodes)).join('\n')}
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
}

// helpers //////////////////////

function extension(settings: object): string {
  return `<bpmn:extensionElements><vm:settings>${escapeXml(JSON.stringify(settings))}</vm:settings></bpmn:extensionElements>`;
}

function element(node: ModelNode, flows: readonly ModelFlow[]): string {
  const fallback = flows.find((flow) => flow.from === node.id && flow.isDefault);
  const links = [
    ...flows.filter((flow) => flow.to === node.id).map((flow) => `<bpmn:incoming>${flow.id}</bpmn:incoming>`),
    ...flows.filter((flow) => flow.from === node.id).map((flow) => `<bpmn:outgoing>${flow.id}</bpmn:outgoing>`),
  ];
  return `    <bpmn:${node.type} id="${node.id}" name="${escapeXml(node.name)}"${english(node)}${fallback ? ` default="${fallback.id}"` : ''}>${node.settings ? extension(node.settings) : ''}${links.join('')}</bpmn:${node.type}>`;
}

function english({ nameEn }: { nameEn?: string }): string {
  return nameEn ? ` vm:nameEn="${escapeXml(nameEn)}"` : '';
}

function flowElement(flow: ModelFlow): string {
  const condition = flow.condition
    ? `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${escapeXml(flow.condition)}</bpmn:conditionExpression>`
    : '';
  return `    <bpmn:sequenceFlow id="${flow.id}"${flow.name ? ` name="${escapeXml(flow.name)}"` : ''}${english(flow)} sourceRef="${flow.from}" targetRef="${flow.to}">${condition}</bpmn:sequenceFlow>`;
}

function shape(node: ModelNode): string {
  const [width, height] = SIZES[node.type];
  const bounds = `<dc:Bounds x="${node.x - width / 2}" y="${node.y - height / 2}" width="${width}" height="${height}" />`;
  const outside =
    width < 60 && node.name
      ? `<bpmndi:BPMNLabel><dc:Bounds x="${node.x - 50}" y="${node.y + height / 2 + 6}" width="100" height="14" /></bpmndi:BPMNLabel>`
      : '';
  const marker = node.type === 'exclusiveGateway' ? ' isMarkerVisible="true"' : '';
  return `      <bpmndi:BPMNShape id="${node.id}_di" bpmnElement="${node.id}"${marker}>${bounds}${outside}</bpmndi:BPMNShape>`;
}

function edge(flow: ModelFlow, nodes: ReadonlyMap<string, ModelNode>): string {
  const from = nodes.get(flow.from);
  const to = nodes.get(flow.to);
  if (!from || !to) throw new Error(`flow ${flow.id} hangs in the air`);
  const corners = [...(flow.via ?? [])];
  const points = [border(from, corners[0] ?? [to.x, to.y]), ...corners, border(to, corners.at(-1) ?? [from.x, from.y])];
  const [lx, ly] = points[Math.floor((points.length - 1) / 2)] ?? [0, 0];
  const label = flow.name ? `<bpmndi:BPMNLabel><dc:Bounds x="${lx + 6}" y="${ly - 18}" width="80" height="14" /></bpmndi:BPMNLabel>` : '';
  return `      <bpmndi:BPMNEdge id="${flow.id}_di" bpmnElement="${flow.id}">${points.map(([x, y]) => `<di:waypoint x="${x}" y="${y}" />`).join('')}${label}</bpmndi:BPMNEdge>`;
}

/** Where a straight line towards a point leaves the node: at the middle of the side that faces it. */
function border(node: ModelNode, [x, y]: readonly [number, number]): readonly [number, number] {
  const [width, height] = SIZES[node.type];
  const horizontal = Math.abs(x - node.x) / width >= Math.abs(y - node.y) / height;
  return horizontal ? [node.x + (Math.sign(x - node.x) * width) / 2, node.y] : [node.x, node.y + (Math.sign(y - node.y) * height) / 2];
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
