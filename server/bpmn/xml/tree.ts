import type { AppError, ErrorCode } from '@/lib/errors';
import { limits } from './limits';
import { attributesOf, lineAt, tokens } from './tokens';
import { xmlError } from './xml-error';

/** An element of the text, namespaces resolved; values are unescaped. */
export type XmlNode = {
  /** As written, with its prefix. */
  name: string;
  namespace: string | null;
  local: string;
  /** In order; `xmlns` declarations are not among them. */
  attributes: readonly XmlAttribute[];
  children: XmlNode[];
  text: string;
  parent: XmlNode | null;
  /** Offsets of the whole element and of its inside in the text. */
  start: number;
  end: number;
  innerStart: number;
  innerEnd: number;
};
export type XmlAttribute = { name: string; namespace: string | null; local: string; value: string };

export type XmlDocument = { root: XmlNode /** Prefixes that nothing declares. */; undeclared: readonly string[] };

const predefined: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
/** What XML 1.0 does not allow at all: control characters, lone surrogates, U+FFFE and U+FFFF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbidden =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/**
 * The one door for XML: refuses document types, entities and whatever is larger, deeper or more repetitive than a model needs,
 * in one pass and before any other parser sees the text.
 */
export function readXml(xml: string): XmlDocument {
  // A picture is not a text with odd characters.
  if (!/^\uFEFF?\s*</.test(xml)) throw xmlError('MODEL_XML_INVALID', 'content', 1);
  const control = forbidden.exec(xml);
  if (control) throw xmlError('TEXT_CONTROL_CHAR', 'character', lineAt(xml, control.index));
  return new Builder(xml).build();
}

type Namespaces = Readonly<Record<string, string>>;

class Builder {
  readonly #xml: string;
  readonly #undeclared = new Set<string>();
  readonly #stack: { node: XmlNode; namespaces: Namespaces }[] = [];
  #root: XmlNode | null = null;
  #elements = 0;
  #references = 0;

  constructor(xml: string) {
    this.#xml = xml;
  }

  build(): XmlDocument {
    for (const token of tokens(this.#xml)) {
      if (token.kind === 'declaration') throw this.#error('MODEL_DTD_FORBIDDEN', 'doctype', token.start);
      if (token.kind === 'open') this.#open(token);
      else if (token.kind === 'close') this.#close(token);
      else if (token.kind === 'text') this.#text(this.#unescape(token.value, token.start), token.start);
      else if (token.kind === 'cdata') this.#text(token.value, token.start);
    }
    if (!this.#root || this.#stack.length > 0) throw this.#error('MODEL_XML_INVALID', 'truncated', this.#xml.length);
    return { root: this.#root, undeclared: [...this.#undeclared] };
  }

  #open({
    name,
    attributes: source,
    selfClosing,
    start,
    end,
  }: {
    name: string;
    attributes: string;
    selfClosing: boolean;
    start: number;
    end: number;
  }): void {
    const parent = this.#stack.at(-1);
    if (++this.#elements > limits.elements) throw this.#error('MODEL_TOO_LARGE', 'elements', start);
    if (this.#stack.length >= limits.depth) throw this.#error('MODEL_TOO_DEEP', 'depth', start);
    if (!parent && this.#root) throw this.#error('MODEL_XML_INVALID', 'secondRoot', start);
    const written = source === '' ? noAttributes : attributesOf(source);
    if (!written || hasTwice(written)) throw this.#error('MODEL_XML_INVALID', 'attributes', start);
    if (written.length > limits.attributes) throw this.#error('MODEL_TOO_LARGE', 'attributes', start);
    for (const pair of written) pair[1] = this.#unescape(pair[1], start);
    const namespaces = declared(parent?.namespaces ?? { xml: 'http://www.w3.org/XML/1998/namespace' }, written);
    const attributes: XmlAttribute[] = [];
    for (const [key, value] of written) {
      if (isDeclaration(key)) continue;
      const { namespace, local } = this.#qualify(key, namespaces, false);
      attributes.push({ name: key, namespace, local, value });
    }
    const { namespace, local } = this.#qualify(name, namespaces, true);
    const node: XmlNode = {
      name,
      namespace,
      local,
      attributes,
      children: [],
      text: '',
      parent: parent?.node ?? null,
      start,
      end,
      innerStart: end,
      innerEnd: end,
    };
    if (parent) parent.node.children.push(node);
    else this.#root = node;
    if (!selfClosing) this.#stack.push({ node, namespaces });
  }

  #close({ name, start, end }: { name: string; start: number; end: number }): void {
    const open = this.#stack.pop();
    if (open?.node.name !== name) throw this.#error('MODEL_XML_INVALID', 'closing', start);
    open.node.innerEnd = start;
    open.node.end = end;
  }

  #text(value: string, start: number): void {
    const parent = this.#stack.at(-1);
    if (parent) parent.node.text += value;
    else if (value.replace(/^\uFEFF/, '').trim() !== '') throw this.#error('MODEL_XML_INVALID', 'outside', start);
  }

  #qualify(name: string, namespaces: Namespaces, isElement: boolean): { namespace: string | null; local: string } {
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    if (prefix === '' && !isElement) return { namespace: null, local: name };
    const namespace = Object.hasOwn(namespaces, prefix) ? (namespaces[prefix] ?? null) : null;
    if (namespace === null && prefix !== '') this.#undeclared.add(prefix);
    return { namespace, local: name.slice(colon + 1) };
  }

  /** Numeric references and the five of XML; any other entity would need a document type. */
  #unescape(source: string, start: number): string {
    if (!source.includes('&')) return source;
    return source.replace(/&(#x[0-9a-fA-F]{1,8}|#[0-9]{1,8}|[A-Za-z_][\w.-]{0,60})?;?/g, (whole, body: string | undefined) => {
      if (++this.#references > limits.charRefs) throw this.#error('MODEL_TOO_LARGE', 'references', start);
      if (body === undefined || !whole.endsWith(';')) throw this.#error('MODEL_XML_INVALID', 'ampersand', start);
      return body.startsWith('#') ? this.#character(body, start) : this.#entity(body, start);
    });
  }

  #character(body: string, start: number): string {
    const code = body[1] === 'x' ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
    const character = code <= 0x10ffff ? String.fromCodePoint(code) : '\u0000';
    if (forbidden.test(character)) throw this.#error('TEXT_CONTROL_CHAR', 'reference', start);
    return character;
  }

  #entity(name: string, start: number): string {
    const value = Object.hasOwn(predefined, name) ? predefined[name] : undefined;
    if (value === undefined) throw this.#error('MODEL_DTD_FORBIDDEN', 'entity', start);
    return value;
  }

  #error(code: ErrorCode, detail: string, at: number): AppError {
    return xmlError(code, detail, lineAt(this.#xml, at));
  }
}

const noAttributes: [string, string][] = [];
const isDeclaration = (key: string): boolean => key === 'xmlns' || key.startsWith('xmlns:');

function hasTwice(attributes: readonly [string, string][]): boolean {
  if (attributes.length > 12) return new Set(attributes.map(([key]) => key)).size < attributes.length;
  return attributes.some(([key], index) => attributes.findIndex(([other]) => other === key) < index);
}

function declared(outer: Namespaces, attributes: readonly [string, string][]): Namespaces {
  if (!attributes.some(([key]) => isDeclaration(key))) return outer;
  const own = attributes.filter(([key]) => isDeclaration(key));
  return { ...outer, ...Object.fromEntries(own.map(([key, value]) => [key === 'xmlns' ? '' : key.slice(6), value])) };
}
