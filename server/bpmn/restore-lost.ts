import { moddle } from './moddle';
import { parseModel, withNamespaces } from './parse';
import { declareUtf8 } from './xml/encoding';
import { attributeOf, type Matching, matchTrees } from './xml/match';
import { type Edit, applyEdits, insertAttribute, insertInside } from './xml/edit';
import { readXml, type XmlAttribute, type XmlNode } from './xml/tree';

/**
 * A modeler reads a file, drops what it does not understand and writes the rest. This puts back what was dropped: everything of
 * `original` that reading and writing alone would lose, below its parent if that still stands in `edited`.
 */
export async function restoreLost(original: string, edited: string): Promise<string> {
  const parsed = await parseModel(original);
  const source = withNamespaces(declareUtf8(parsed.text), parsed.document);
  const before = readXml(source).root;
  const lost = lostIn(before, readXml((await moddle.toXML(parsed.definitions)).xml).root);
  if (lost.elements.length + lost.attributes.length + lost.texts.length === 0) return edited;
  const text = declareUtf8(edited);
  return applyEdits(text, editsFor(lost, { source, matching: matchTrees(before, readXml(text).root) }));
}

// helpers //////////////////////

type Lost = { elements: XmlNode[]; attributes: { node: XmlNode; attribute: XmlAttribute }[]; texts: XmlNode[] };

function lostIn(before: XmlNode, after: XmlNode): Lost {
  const matching = matchTrees(before, after);
  const lost: Lost = { elements: [], attributes: [], texts: [] };
  const visit = (node: XmlNode): void => {
    const other = matching.get(node);
    if (!other) {
      lost.elements.push(node);
      return;
    }
    for (const attribute of node.attributes) if (!hasAttribute(other, attribute)) lost.attributes.push({ node, attribute });
    if (node.text.trim() !== '' && other.text.trim() === '') lost.texts.push(node);
    for (const child of node.children) visit(child);
  };
  visit(before);
  return lost;
}

function hasAttribute(node: XmlNode, { namespace, local }: XmlAttribute): boolean {
  return node.attributes.some((attribute) => attribute.local === local && attribute.namespace === namespace);
}

function editsFor(lost: Lost, { source, matching }: { source: string; matching: Matching }): Edit[] {
  const edits: Edit[] = [];
  for (const node of lost.elements) {
    const parent = node.parent && matching.get(node.parent);
    // An element that the author has drawn anew under the same id stays as drawn.
    if (!parent || isDrawnAnew(parent, node)) continue;
    edits.push(insertInside(parent, previousSibling(node, matching), withPrefixes(source.slice(node.start, node.end), node)));
  }
  for (const { node, attribute } of lost.attributes) {
    const other = matching.get(node);
    if (other && !hasAttribute(other, attribute)) edits.push(insertAttribute(other, attribute));
  }
  for (const node of lost.texts) {
    const other = matching.get(node);
    if (other && other.text.trim() === '' && other.children.length === 0) edits.push(insertInside(other, null, escapeText(node.text)));
  }
  return edits;
}

/** The id stands there again although the file had it only once. */
function isDrawnAnew(parent: XmlNode, node: XmlNode): boolean {
  const id = attributeOf(node, 'id');
  const withId = (siblings: readonly XmlNode[]) => siblings.filter((child) => attributeOf(child, 'id') === id).length;
  return id !== undefined && withId(parent.children) >= withId(node.parent?.children ?? []);
}

/** The nearest sibling before it that still stands. */
function previousSibling(node: XmlNode, matching: Matching): XmlNode | null {
  const siblings = node.parent?.children ?? [];
  for (let at = siblings.indexOf(node) - 1; at >= 0; at--) {
    const sibling = siblings[at];
    const other = sibling && matching.get(sibling);
    if (other) return other;
  }
  return null;
}

/** The element's text with the namespaces that its prefixes had where it stood. */
function withPrefixes(text: string, node: XmlNode): string {
  const declared = new Map<string, string>();
  const visit = ({ name, namespace, attributes, children }: XmlNode): void => {
    for (const item of [{ name, namespace }, ...attributes]) {
      const prefix = item.name.includes(':') ? item.name.slice(0, item.name.indexOf(':')) : '';
      const isUnprefixedAttribute = prefix === '' && item.namespace === null;
      if (item.namespace !== null && !isUnprefixedAttribute && prefix !== 'xml') declared.set(prefix, item.namespace);
    }
    for (const child of children) visit(child);
  };
  visit(node);
  const own = [...declared].filter(
    ([prefix]) => !new RegExp(`\\sxmlns${prefix ? `:${prefix}` : ''}\\s*=`).test(text.slice(0, text.indexOf('>'))),
  );
  const at = 1 + node.name.length;
  return (
    text.slice(0, at) +
    own.map(([prefix, uri]) => ` xmlns${prefix ? `:${prefix}` : ''}="${uri.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`).join('') +
    text.slice(at)
  );
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(']]>', ']]&gt;');
}
