import { children, type ModdleElement } from '@/lib/bpmn/moddle';
import type { Problem } from '@/lib/bpmn/problem';
import { moddle } from './moddle';
import { type ParserWarning, resolvePrefixed, warningProblem } from './parser-warnings';
import { declareUtf8, decodeXml } from './xml/encoding';
import { limits } from './xml/limits';
import { lineAt } from './xml/tokens';
import { readXml, type XmlDocument, type XmlNode } from './xml/tree';
import { xmlError } from './xml/xml-error';

export const BPMN_NS = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

export type Parsed = {
  definitions: ModdleElement;
  /** What the parser had to drop or could not resolve. */
  problems: readonly Problem[];
  /** The text as read, whatever its encoding was. */
  text: string;
  document: XmlDocument;
  /** It was not in the encoding it declared. */
  repaired: boolean;
  /** Line of an element in the text. */
  lineOf(elementId: string): number | undefined;
};

/**
 * Reads a BPMN file: the only way in for XML. Throws a refusal for what is no BPMN or hostile; whatever the parser drops of the rest
 * is a problem.
 */
export async function parseModel(xml: string | Uint8Array): Promise<Parsed> {
  const { text, repaired } = typeof xml === 'string' ? checkSize(xml) : decodeXml(xml);
  const document = readXml(text);
  const { root } = document;
  if (root.local !== 'definitions' || root.namespace !== BPMN_NS)
    throw xmlError('MODEL_NAMESPACE', root.namespace ?? root.name, lineAt(text, root.start));
  const lines = linesOf(text, root);
  const { rootElement, references, warnings, elementsById } = await read(withNamespaces(declareUtf8(text), document));
  const resolved = resolvePrefixed(references, elementsById);
  nameFlows(rootElement, elementsById);
  const lineOf = (id: string) => lines.get(id)?.[0];
  const dropped = warnings.filter((warning) => !resolved.has(`${warning.element?.id} ${warning.property} ${warning.value}`));
  return {
    definitions: rootElement,
    problems: dropped.map((warning) => withLine(warningProblem(warning, lines), lineOf)),
    text,
    document,
    repaired,
    lineOf,
  };
}

/** The problem with the line where its element stands. */
export function withLine(problem: Problem, lineOf: (id: string) => number | undefined): Problem {
  const line = problem.line ?? (problem.elementId === null ? undefined : lineOf(problem.elementId));
  return line === undefined ? problem : { ...problem, line };
}

// helpers //////////////////////

function checkSize(text: string): { text: string; repaired: false } {
  if (text.length > limits.bytes || Buffer.byteLength(text) > limits.bytes) throw xmlError('MODEL_TOO_LARGE', 'bytes');
  return { text, repaired: false };
}

async function read(xml: string): Promise<{
  rootElement: ModdleElement;
  references: readonly { element: ModdleElement; property: string; id: string }[];
  warnings: readonly ParserWarning[];
  elementsById: Readonly<Record<string, ModdleElement>>;
}> {
  try {
    return await moddle.fromXML(xml);
  } catch (error) {
    const line = /line: (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    throw xmlError('MODEL_XML_INVALID', 'content', line === undefined ? null : Number(line) + 1);
  }
}

/** A sequence flow needs no id in BPMN, but everything that runs needs a name. */
function nameFlows(definitions: ModdleElement, elementsById: Readonly<Record<string, ModdleElement>>): void {
  let next = 1;
  const visit = (container: ModdleElement): void => {
    for (const element of children(container, 'flowElements')) {
      visit(element);
      if (element.$type !== 'bpmn:SequenceFlow' || element.id) continue;
      while (elementsById[`Flow_auto_${next}`]) next++;
      element.id = `Flow_auto_${next++}`;
    }
  };
  for (const root of children(definitions, 'rootElements')) visit(root);
}

/** Declares the prefixes that a careless tool forgot: without, their elements could be read but never written. */
export function withNamespaces(text: string, { root, undeclared }: XmlDocument): string {
  if (undeclared.length === 0) return text;
  const at = text.indexOf(root.name, root.start) + root.name.length;
  return text.slice(0, at) + undeclared.map((prefix) => ` xmlns:${prefix}="urn:undeclared:${prefix}"`).join('') + text.slice(at);
}

/** Lines by element id; more than one = the id is there twice. */
function linesOf(text: string, root: XmlNode): ReadonlyMap<string, readonly number[]> {
  const offsets: [string, number][] = [];
  const visit = (node: XmlNode): void => {
    const id = node.attributes.find((attribute) => attribute.name === 'id')?.value;
    if (id !== undefined) offsets.push([id, node.start]);
    for (const child of node.children) visit(child);
  };
  visit(root);
  const lines = new Map<string, number[]>();
  let line = 1;
  let from = 0;
  for (const [id, offset] of offsets) {
    for (let at = text.indexOf('\n', from); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
    from = offset;
    lines.set(id, [...(lines.get(id) ?? []), line]);
  }
  return lines;
}
