import { type Completion, type CompletionContext, type CompletionResult, snippetCompletion } from '@codemirror/autocomplete';
import { type CatalogEntry, functionCatalog } from '@/lib/expression/function-catalog';
import { type Translate, typeWord } from '@/lib/expression/message';
import { memberNames, namesInReach } from '@/lib/expression/reach';
import type { FeelType } from '@/lib/expression/types';
import type { ExpressionName } from './expression-editor';

export type Vocabulary = { names: readonly ExpressionName[]; locale: 'zh' | 'en'; translate: Translate };

const WORD = /[\p{L}\p{N}_]*$/u;
const VALID = /^[\p{L}\p{N}_]*$/u;
const KEYWORDS = [
  'if',
  'then',
  'else',
  'and',
  'or',
  'in',
  'between',
  'for',
  'return',
  'some',
  'every',
  'satisfies',
  'true',
  'false',
  'null',
];

/** Fields first (a row's own before the rest), then functions, then words of the language. */
export function completeExpression(context: CompletionContext, vocabulary: Vocabulary): CompletionResult | null {
  const before = context.state.sliceDoc(0, context.pos);
  const word = WORD.exec(before)?.[0] ?? '';
  const from = context.pos - word.length;
  if (inText(before) || /^\p{N}/u.test(word)) return null;
  const types = Object.fromEntries(vocabulary.names.map(({ name, type }) => [name, type]));
  const members = memberNames(before.slice(0, from), types);
  if (members !== null)
    return { from, options: members.map(([name, type]) => fieldOption({ name, label: name, type }, 2, vocabulary)), validFor: VALID };
  if (word === '' && !context.explicit) return null;
  const { row } = namesInReach(before.slice(0, from), types);
  const columns = row.map(([name, type]) => fieldOption({ name, label: name, type }, 3, vocabulary));
  const fields = vocabulary.names
    .filter(({ name }) => !row.some(([column]) => column === name))
    .map((name) => fieldOption(name, 2, vocabulary));
  return { from, options: [...columns, ...fields, ...functionOptions(vocabulary), ...keywordOptions(vocabulary)], validFor: VALID };
}

/** Between quotes nothing is a name. */
const inText = (before: string): boolean => (before.replace(/\\./g, '').match(/["“”]/g)?.length ?? 0) % 2 === 1;

function fieldOption({ name, label, type, description }: ExpressionName, boost: number, { translate }: Vocabulary): Completion {
  const known = label === name ? null : label;
  const info = [known, description].filter((part) => part != null && part !== '').join(' · ');
  return { label: name, type: 'variable', detail: kindWord(type, translate), boost, ...(info === '' ? {} : { info }) };
}

function kindWord(type: FeelType, translate: Translate): string {
  return translate(`types.${typeof type === 'string' ? type : 'list' in type ? 'list' : 'context'}`);
}

/** The same functions for the same words: made once for a language. */
const functionOptionsOf = new Map<string, Completion[]>();

function functionOptions({ locale, translate }: Vocabulary): Completion[] {
  const known = functionOptionsOf.get(locale);
  if (known !== undefined) return known;
  const made = functionCatalog.flatMap((entry) =>
    namesOf(entry, locale).map((name, index) => functionOption(entry, name, index === 0 ? 1 : -1, translate)),
  );
  functionOptionsOf.set(locale, made);
  return made;
}

/** In Chinese the Chinese name comes first; in English only the standard's name is offered. */
function namesOf({ name, aliases }: CatalogEntry, locale: 'zh' | 'en'): readonly string[] {
  return locale === 'zh' ? [...aliases, name] : [name, ...aliases.filter((alias) => /^[a-z]/.test(alias))];
}

function functionOption(entry: CatalogEntry, name: string, boost: number, translate: Translate): Completion {
  const [first] = entry.signatures;
  const takesNothing = first === undefined || first.params.length === 0;
  const template = takesNothing ? `${name}()\${}` : `${name}(\${})`;
  const result = first === undefined || first.result === 'any' ? '' : typeWord(first.result, translate);
  const info = `${entry.signatures.map((signature) => signatureText(name, signature)).join('\n')}\n${translate(`functions.${entry.name}`)}`;
  return snippetCompletion(template, { label: name, displayLabel: `${name}()`, type: 'function', detail: result, info, boost });
}

function signatureText(name: string, { params }: CatalogEntry['signatures'][number]): string {
  return `${name}(${params.map((param) => `${param.name}${param.optional ? '?' : ''}${param.repeats ? '…' : ''}`).join(', ')})`;
}

const keywordOptions = ({ translate }: Vocabulary): Completion[] =>
  KEYWORDS.map((label) => ({ label, type: 'keyword', detail: translate('editor.kindKeyword'), boost: -2 }));
