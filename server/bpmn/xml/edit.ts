import type { XmlAttribute, XmlNode } from './tree';

/** A text put at an offset; `order` keeps several at one place as they were asked for. */
export type Edit = { at: number; text: string; end?: number };

/** Puts XML inside an element, behind one of its children or in front of all. */
export function insertInside(parent: XmlNode, after: XmlNode | null, xml: string): Edit {
  if (after) return { at: after.end, text: xml };
  // `<a/>` has no inside yet: its last two characters become a closing tag.
  return parent.innerStart === parent.innerEnd && parent.innerEnd === parent.end
    ? { at: parent.end - 2, end: parent.end, text: `>${xml}</${parent.name}>` }
    : { at: parent.innerStart, text: xml };
}

export function insertAttribute(node: XmlNode, { name, namespace, value }: XmlAttribute): Edit {
  const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : '';
  const declaration = prefix !== '' && prefix !== 'xml' && namespace !== null ? ` xmlns:${prefix}="${escapeValue(namespace)}"` : '';
  return { at: node.start + 1 + node.name.length, text: `${declaration} ${name}="${escapeValue(value)}"` };
}

/** All edits at once; several that open the same empty element share its new closing tag. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const merged = new Map<string, Edit>();
  for (const edit of edits) {
    const key = `${edit.at} ${edit.end ?? ''}`;
    const same = merged.get(key);
    merged.set(key, same ? { ...same, text: join(same, edit) } : edit);
  }
  let result = text;
  for (const { at, end = at, text: inserted } of [...merged.values()].sort((a, b) => b.at - a.at))
    result = result.slice(0, at) + inserted + result.slice(end);
  return result;
}

// helpers //////////////////////

function join(first: Edit, second: Edit): string {
  if (first.end === undefined) return declareOnce(first.text + second.text);
  const close = first.text.lastIndexOf('</');
  return first.text.slice(0, close) + second.text.slice(1, second.text.lastIndexOf('</')) + first.text.slice(close);
}

/** Two attributes of one prefix declare it once. */
function declareOnce(text: string): string {
  const seen = new Set<string>();
  return text.startsWith(' ')
    ? text.replace(/ xmlns:[\w.-]+="[^"]*"/g, (declaration) => (seen.has(declaration) ? '' : (seen.add(declaration), declaration)))
    : text;
}

function escapeValue(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;');
}
