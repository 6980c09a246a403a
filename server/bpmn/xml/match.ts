import type { XmlNode } from './tree';

/** Which element of `after` an element of `before` has become; elements that are gone have no entry. */
export type Matching = ReadonlyMap<XmlNode, XmlNode>;

/**
 * Pairs two trees from the root down: children of a pair by name and id, then by equal content, then by name and order.
 * Moving an element under another parent counts as gone and new.
 */
export function matchTrees(before: XmlNode, after: XmlNode): Matching {
  const pairs = new Map<XmlNode, XmlNode>([[before, after]]);
  const stack: [XmlNode, XmlNode][] = [[before, after]];
  for (let pair = stack.pop(); pair; pair = stack.pop()) {
    for (const [child, other] of matchChildren(pair[0], pair[1])) {
      pairs.set(child, other);
      stack.push([child, other]);
    }
  }
  return pairs;
}

export function attributeOf(node: XmlNode, local: string): string | undefined {
  return node.attributes.find((attribute) => attribute.local === local && attribute.namespace === null)?.value;
}

// helpers //////////////////////

function matchChildren(before: XmlNode, after: XmlNode): [XmlNode, XmlNode][] {
  const free = new Set(after.children);
  const open = new Set(before.children);
  const pairs: [XmlNode, XmlNode][] = [];
  for (const keyOf of [idKey, contentKey, nameKey]) {
    if (open.size === 0 || free.size === 0) return pairs;
    // Of one child each there is nothing to compare.
    if (keyOf === contentKey && open.size === 1 && free.size === 1) continue;
    const byKey = group(free, keyOf);
    for (const node of open) {
      const key = keyOf(node);
      const other = key === null ? undefined : byKey.get(key)?.shift();
      if (!other) continue;
      pairs.push([node, other]);
      free.delete(other);
      open.delete(node);
    }
  }
  return pairs;
}

function group(nodes: Iterable<XmlNode>, keyOf: (node: XmlNode) => string | null): Map<string, XmlNode[]> {
  const groups = new Map<string, XmlNode[]>();
  for (const node of nodes) {
    const key = keyOf(node);
    if (key === null) continue;
    const members = groups.get(key);
    if (members) members.push(node);
    else groups.set(key, [node]);
  }
  return groups;
}

const nameOf = ({ namespace, local }: XmlNode): string => `${namespace} ${local}`;

function idKey(node: XmlNode): string | null {
  const id = attributeOf(node, 'id');
  return id === undefined ? null : `${nameOf(node)} ${id}`;
}

function contentKey(node: XmlNode): string | null {
  return attributeOf(node, 'id') === undefined ? canonical(node) : null;
}

/** An element with an id never becomes one with another id. */
function nameKey(node: XmlNode): string | null {
  return attributeOf(node, 'id') === undefined ? nameOf(node) : null;
}

function canonical(node: XmlNode): string {
  const attributes = node.attributes.map(({ namespace, local, value }) => `${namespace} ${local}=${value}`).sort();
  return JSON.stringify([nameOf(node), attributes, node.text.trim(), node.children.map(canonical)]);
}
