/** A short notation for BPMN models in tests: one element or flow a line. */
const TYPES: Readonly<Record<string, string>> = {
  start: 'startEvent',
  end: 'endEvent',
  terminate: 'endEvent',
  error: 'endEvent',
  user: 'userTask',
  service: 'serviceTask',
  send: 'sendTask',
  xor: 'exclusiveGateway',
  and: 'parallelGateway',
  or: 'inclusiveGateway',
  timer: 'intermediateCatchEvent',
  sub: 'subProcess',
};
const EVENTS: Readonly<Record<string, string>> = {
  terminate: '<bpmn:terminateEventDefinition/>',
  error: '<bpmn:errorEventDefinition errorRef="Error_1"/>',
  timer: '<bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>',
};

const DEFAULT_SETTINGS: Readonly<Record<string, string>> = {
  user: '{"assignment":[{"kind":"everyone"}],"except":[],"distribution":"seats","nobody":{"kind":"upOneLevel"},"applicant":"manager","repeat":"consecutive","completion":{"rule":"any"},"actions":["approve","reject"],"commentRequired":[],"onReject":{"kind":"end"},"returnResubmit":"toReturner","access":{"fields":{},"default":"read","rows":{}}}',
  send: '{"assignment":[{"kind":"everyone"}],"message":{"zh":"","en":""},"receipt":false,"access":{"fields":{},"default":"read","rows":{}}}',
  service:
    '{"connectorId":"00000000-0000-7000-8000-000000000001","method":"GET","path":"/x","output":[],"errors":[],"retry":{"attempts":1,"backoffSeconds":1}}',
};

export type ModelOptions = {
  /** JSON merged over the settings of an element; '' = the process. */
  settings?: Readonly<Record<string, object>>;
  /** Raw XML inside an element, by id. */
  inside?: Readonly<Record<string, string>>;
  attributes?: Readonly<Record<string, string>>;
  process?: string;
};

/**
 * `start s`, `user a`, `s > a`, `g > b [amount > 5]`, `g > c default`, `timerOn a t` (interrupting), `timerOn! a t` (not),
 * `errorOn a e`, and `sub p {` … `}` on lines of their own.
 */
export function modelText(notation: string, options: ModelOptions = {}): string {
  const body: string[] = [];
  const defaults = new Map(
    [...notation.matchAll(/^\s*(\S+) > (\S+) default$/gm)].map(([, source = '', target = '']) => [source, `${source}_${target}`]),
  );
  for (const line of notation
    .split('\n')
    .map((text) => text.trim())
    .filter(Boolean))
    body.push(lineXml(line, defaults, options));
  const own = options.settings?.[''];
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:vm="urn:vermilion:bpmn:1" id="Definitions_1" targetNamespace="t">
<bpmn:error id="Error_1" errorCode="E1"/>
<bpmn:process id="P" name="流程" isExecutable="true"${options.process ? ` ${options.process}` : ''}>${own ? settingsXml(own) : ''}
${body.join('\n')}
</bpmn:process>
</bpmn:definitions>`;
}

// helpers //////////////////////

function lineXml(line: string, defaults: ReadonlyMap<string, string>, options: ModelOptions): string {
  if (line === '}') return '</bpmn:subProcess>';
  const flow = /^(\S+) > (\S+?)(?: default| \[(.*)\])?$/.exec(line);
  if (flow) return flowXml(flow[1] ?? '', flow[2] ?? '', flow[3]);
  const [word = '', first = '', second = ''] = line.split(' ');
  if (word.startsWith('timerOn') || word === 'errorOn') return boundaryXml(word, first, second);
  const type = TYPES[word] ?? word;
  const more = `${defaults.has(first) ? ` default="${defaults.get(first)}"` : ''}${options.attributes?.[first] ?? ''}`;
  const open = `<bpmn:${type} id="${first}" name="${first}"${more}>`;
  if (second === '{') return open;
  const settings = DEFAULT_SETTINGS[word];
  const merged =
    settings && options.settings?.[first] !== null
      ? settingsXml({ ...(JSON.parse(settings) as object), ...options.settings?.[first] })
      : '';
  return `${open}${merged}${options.inside?.[first] ?? EVENTS[word] ?? ''}</bpmn:${type}>`;
}

function flowXml(source: string, target: string, condition?: string): string {
  const body = condition
    ? `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${escapeXml(condition)}</bpmn:conditionExpression>`
    : '';
  return `<bpmn:sequenceFlow id="${source}_${target}" sourceRef="${source}" targetRef="${target}">${body}</bpmn:sequenceFlow>`;
}

function boundaryXml(word: string, host: string, id: string): string {
  const definition = word === 'errorOn' ? '<bpmn:errorEventDefinition errorRef="Error_1"/>' : (EVENTS.timer ?? '');
  return `<bpmn:boundaryEvent id="${id}" name="${id}" attachedToRef="${host}" cancelActivity="${word !== 'timerOn!'}">${definition}</bpmn:boundaryEvent>`;
}

function settingsXml(settings: object): string {
  return `<bpmn:extensionElements><vm:settings>${escapeXml(JSON.stringify(settings))}</vm:settings></bpmn:extensionElements>`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
