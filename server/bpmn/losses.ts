import { moddle } from './moddle';
import { type Parsed, withNamespaces } from './parse';
import { declareUtf8 } from './xml/encoding';
import { lineAt } from './xml/tokens';
import { readXml, type XmlNode } from './xml/tree';

/** Something of a file that is gone after opening and saving it. */
export type Loss = {
  kind: 'element' | 'attribute' | 'text';
  /** Name as in the file. */
  name: string;
  /** The value of an attribute, the beginning of a text. */
  value: string;
  /** The nearest element with an id. */
  elementId: string | null;
  line: number;
};

/** What this file would lose by an edit: everything that is in it and not in what the parser writes back, counted as multisets. */
export async function lossesOf(parsed: Parsed): Promise<Loss[]> {
  const { xml } = await moddle.toXML(parsed.definitions);
  return compareXml(withNamespaces(declareUtf8(parsed.text), parsed.document), xml);
}

/** Items of `before` that `after` does not have; namespaces count, prefixes, order and spaces do not. */
export function compareXml(before: string, after: string): Loss[] {
  const present = new Map<string, number>();
  for (const { key } of itemsOf(readXml(after).root)) present.set(key, (present.get(key) ?? 0) + 1);
  return itemsOf(readXml(before).root).flatMap(({ key, loss, node }) => {
    const left = present.get(key) ?? 0;
    present.set(key, left - 1);
    return left > 0 ? [] : [{ ...loss, line: lineAt(before, node.start) }];
  });
}

// helpers //////////////////////

type Item = { key: string; loss: Omit<Loss, 'line'>; node: XmlNode };

function itemsOf(root: XmlNode): Item[] {
  const items: Item[] = [];
  const visit = (node: XmlNode, outerId: string | null): void => {
    const elementId = node.attributes.find((attribute) => attribute.name === 'id')?.value ?? outerId;
    const element = `${node.namespace} ${node.local}`;
    items.push({ key: `E ${elementId} ${element}`, loss: { kind: 'element', name: node.name, value: '', elementId }, node });
    for (const { name, namespace, local, value } of node.attributes) {
      if (isDefault(local, value)) continue;
      items.push({
        key: `A ${elementId} ${element} ${namespace} ${local} ${normal(value)}`,
        loss: { kind: 'attribute', name, value: value.slice(0, 200), elementId },
        node,
      });
    }
    const text = node.text.trim();
    if (text !== '')
      items.push({
        key: `T ${elementId} ${element} ${normal(text)}`,
        loss: { kind: 'text', name: node.name, value: text.slice(0, 200), elementId },
        node,
      });
    for (const child of node.children) visit(child, elementId);
  };
  visit(root, null);
  return items;
}

/** A QName's prefix, the spelling of a number and kinds of white space mean nothing. */
function normal(value: string): string {
  // Most values are an id or a number.
  const text = /\s/.test(value) ? value.replace(/\s+/g, ' ').trim() : value;
  if (/^-?\d+(\.\d+)?$/.test(text)) return String(Number(text));
  return /^[\w.-]+:[\w.-]+$/.test(text) ? text.slice(text.indexOf(':') + 1) : text;
}

/** Attributes that say what holds without them; the parser leaves them out. */
const defaults: Readonly<Record<string, readonly string[]>> = {
  isInterrupting: ['true'],
  cancelActivity: ['true'],
  isClosed: ['false'],
  isForCompensation: ['false'],
  isImmediate: ['false'],
  isSequential: ['false'],
  isCollection: ['false'],
  parallelMultiple: ['false'],
  triggeredByEvent: ['false'],
  startQuantity: ['1'],
  completionQuantity: ['1'],
  gatewayDirection: ['Unspecified'],
  eventGatewayType: ['Exclusive'],
  instantiate: ['false'],
  behavior: ['All'],
  testBefore: ['false'],
  isUnlimited: ['false', 'true'],
  itemKind: ['Information'],
  processType: ['None'],
  associationDirection: ['None'],
  textFormat: ['text/plain'],
  cancelRemainingInstances: ['true'],
  ordering: ['Parallel'],
  implementation: ['##unspecified', '##WebService', '##webService'],
  isReference: ['false'],
  mustUnderstand: ['false'],
  minimum: ['1', '0'],
  maximum: ['1'],
  typeLanguage: ['http://www.w3.org/2001/XMLSchema'],
  expressionLanguage: ['http://www.w3.org/1999/XPath'],
  messageVisibleKind: ['initiating'],
  waitForCompletion: ['true'],
  direction: ['None'],
};

function isDefault(name: string, value: string): boolean {
  // A type attribute that names the only type possible there.
  if (name === 'type') return value.endsWith(':Point') || value.endsWith('tExpression');
  return Object.hasOwn(defaults, name) && (defaults[name]?.includes(value) ?? false);
}
