import { attributeOf } from '../xml/match';
import { readXml, type XmlNode } from '../xml/tree';

const LARGEST = 100_000;
const coordinates = ['x', 'y', 'width', 'height'];
const isDrawing = (node: XmlNode): boolean => node.namespace?.startsWith('http://www.omg.org/spec/DD/') === true;

/** Coordinates that are no numbers or lie beyond every canvas become ones that can be shown; nothing else of the text changes. */
export function clampDiagram(text: string): string {
  // Ordinary drawings have no such number; the text is taken apart only when one may be there.
  if (!/["'](?:NaN|[+-]?Infinity|[+-]?INF|[^"']*\d[eE][+-]?\d{2,}|-?\d{6,}[.\d]*)["']/.test(text)) return text;
  const edits: { start: number; end: number; text: string }[] = [];
  const visit = (node: XmlNode): void => {
    if (isDrawing(node) && coordinates.some((name) => isWild(attributeOf(node, name)))) {
      edits.push({
        start: node.start,
        end: node.innerStart,
        text: text
          .slice(node.start, node.innerStart)
          .replace(/(\s(?:x|y|width|height)\s*=\s*["'])([^"']*)/g, (_, head: string, value: string) => `${head}${clamped(value)}`),
      });
    }
    for (const child of node.children) visit(child);
  };
  visit(readXml(text).root);
  return edits.reduceRight((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text);
}

// helpers //////////////////////

function isWild(value: string | undefined): boolean {
  return value !== undefined && !(Math.abs(Number(value)) <= LARGEST);
}

function clamped(value: string): string {
  const number = Number(value);
  if (Number.isNaN(number)) return '0';
  return Math.abs(number) <= LARGEST ? value : String(Math.sign(number) * LARGEST);
}
