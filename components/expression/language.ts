import { LanguageSupport, LRLanguage, syntaxHighlighting } from '@codemirror/language';
import { tagHighlighter, tags } from '@lezer/highlight';
import { parser, trackVariables } from 'lezer-feel';
import { spacedFunctionNames } from '@/lib/expression/builtins/registry';
import classes from './expression-editor.module.css';

const names = Object.fromEntries(spacedFunctionNames.map((name) => [name, null]));

const feel = LRLanguage.define({
  name: 'feel',
  parser: parser.configure({ top: 'Expression', contextTracker: trackVariables(names) }),
  languageData: { closeBrackets: { brackets: ['(', '[', '{', '"'] }, commentTokens: { line: '//', block: { open: '/*', close: '*/' } } },
});

/** Colours come from the product's tokens, so both themes fit. */
const colours = tagHighlighter([
  { tag: [tags.controlKeyword, tags.operatorKeyword, tags.definitionKeyword, tags.null, tags.bool], class: classes.keyword ?? '' },
  { tag: tags.function(tags.variableName), class: classes.function ?? '' },
  { tag: tags.standard(tags.function(tags.variableName)), class: classes.function ?? '' },
  { tag: [tags.variableName, tags.propertyName], class: classes.name ?? '' },
  { tag: tags.number, class: classes.number ?? '' },
  { tag: [tags.string, tags.special(tags.string)], class: classes.string ?? '' },
  { tag: [tags.lineComment, tags.blockComment], class: classes.comment ?? '' },
  { tag: [tags.compareOperator, tags.arithmeticOperator], class: classes.operator ?? '' },
]);

export const feelLanguage = new LanguageSupport(feel, [syntaxHighlighting(colours)]);
