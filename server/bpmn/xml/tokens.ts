import type { AppError } from '@/lib/errors';
import { xmlError } from './xml-error';

/** A piece of an XML text by its offsets; the characters of all tokens joined are the text. */
export type Token =
  | { kind: 'open'; name: string; attributes: string; selfClosing: boolean; start: number; end: number }
  | { kind: 'close'; name: string; start: number; end: number }
  | { kind: 'text' | 'cdata'; value: string; start: number; end: number }
  | { kind: 'comment' | 'instruction' | 'declaration'; start: number; end: number };

const tagName = /[^\s/>=<"']+/y;

/** Splits an XML text in one pass; what cannot be XML is refused with its line. Interprets nothing. */
export function* tokens(xml: string): Generator<Token> {
  let at = 0;
  while (at < xml.length) {
    if (xml[at] !== '<') {
      const end = indexOr(xml, '<', at, xml.length);
      yield { kind: 'text', value: xml.slice(at, end), start: at, end };
      at = end;
      continue;
    }
    const token = markup(xml, at);
    yield token;
    at = token.end;
  }
}

/** Line of an offset, from 1. */
export function lineAt(xml: string, offset: number): number {
  let line = 1;
  for (let at = xml.indexOf('\n'); at >= 0 && at < offset; at = xml.indexOf('\n', at + 1)) line++;
  return line;
}

const attribute = /([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const space = /\s*/y;

/** The attributes of an opening tag, values as written; null when the text is no list of attributes. */
export function attributesOf(source: string): [name: string, value: string][] | null {
  const found: [string, string][] = [];
  let at = 0;
  for (;;) {
    space.lastIndex = at;
    at += space.exec(source)?.[0].length ?? 0;
    if (at >= source.length) return found;
    attribute.lastIndex = at;
    const match = attribute.exec(source);
    if (!match?.[1]) return null;
    found.push([match[1], match[2] ?? match[3] ?? '']);
    at = attribute.lastIndex;
  }
}

// helpers //////////////////////

function markup(xml: string, start: number): Token {
  if (xml.startsWith('<!--', start)) return { kind: 'comment', start, end: endOf(xml, '-->', start, 4) };
  if (xml.startsWith('<![CDATA[', start)) {
    const end = endOf(xml, ']]>', start, 9);
    return { kind: 'cdata', value: xml.slice(start + 9, end - 3), start, end };
  }
  if (xml.startsWith('<?', start)) return { kind: 'instruction', start, end: endOf(xml, '?>', start, 2) };
  if (xml.startsWith('<!', start)) return { kind: 'declaration', start, end: endOf(xml, '>', start, 2) };
  if (xml.startsWith('</', start)) {
    const end = endOf(xml, '>', start, 2);
    return { kind: 'close', name: xml.slice(start + 2, end - 1).trim(), start, end };
  }
  return openTag(xml, start);
}

function openTag(xml: string, start: number): Token {
  tagName.lastIndex = start + 1;
  const name = tagName.exec(xml)?.[0];
  if (!name) throw invalid(xml, start);
  const end = tagEnd(xml, start + 1 + name.length);
  const selfClosing = xml[end - 2] === '/';
  return { kind: 'open', name, attributes: xml.slice(start + 1 + name.length, end - (selfClosing ? 2 : 1)), selfClosing, start, end };
}

/** The offset after `>`; one within quotes does not count. */
function tagEnd(xml: string, from: number): number {
  for (let at = from; at < xml.length; at++) {
    const character = xml[at];
    if (character === '>') return at + 1;
    if (character === '<') throw invalid(xml, at);
    if (character === '"' || character === "'") at = indexOr(xml, character, at + 1, xml.length);
  }
  throw invalid(xml, xml.length);
}

function endOf(xml: string, mark: string, start: number, skip: number): number {
  const at = xml.indexOf(mark, start + skip);
  if (at < 0) throw invalid(xml, start);
  return at + mark.length;
}

function indexOr(xml: string, mark: string, from: number, otherwise: number): number {
  const at = xml.indexOf(mark, from);
  return at < 0 ? otherwise : at;
}

function invalid(xml: string, at: number): AppError {
  return xmlError('MODEL_XML_INVALID', 'syntax', lineAt(xml, at));
}
