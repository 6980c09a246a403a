import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, acceptCompletion } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, indentUnit } from '@codemirror/language';
import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import { EditorState, type Extension, Prec } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import { type RefObject, useEffect, useRef } from 'react';
import { completeExpression, type Vocabulary } from './completion';
import { feelLanguage } from './language';
import type { Problem } from './problems';

/** What the editor asks while somebody types; always the latest. */
export type Assistant = Vocabulary & { onChange(value: string): void };

type Options = {
  value: string;
  /** The text the problems are about. */
  settled: string;
  problems: readonly Problem[];
  assistant: RefObject<Assistant>;
  singleLine: boolean;
  ariaLabel: string;
  describedBy: string;
};

/** Keeps one CodeMirror view in an element: made once, told when text or problems change from outside. */
export function useCodeMirror({
  value,
  settled,
  problems,
  assistant,
  singleLine,
  ariaLabel,
  describedBy,
}: Options): RefObject<HTMLDivElement | null> {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const initial = useRef(value);
  const latest = useRef(problems);

  useEffect(() => {
    if (host.current === null) return undefined;
    const attributes = {
      'aria-label': ariaLabel,
      'aria-describedby': describedBy,
      'aria-multiline': String(!singleLine),
      spellcheck: 'false',
    };
    const extensions = [
      singleLine ? oneLine : EditorView.lineWrapping,
      base(assistant, latest),
      EditorView.contentAttributes.of(attributes),
    ];
    const made = new EditorView({ parent: host.current, state: EditorState.create({ doc: initial.current, extensions }) });
    view.current = made;
    return () => {
      initial.current = made.state.doc.toString();
      made.destroy();
      view.current = null;
    };
  }, [assistant, singleLine, ariaLabel, describedBy]);

  useEffect(() => {
    const current = view.current;
    if (current === null || current.state.doc.toString() === value) return;
    current.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: value } });
  }, [value]);

  useEffect(() => {
    latest.current = problems;
    const current = view.current;
    if (current === null || current.state.doc.toString() !== settled) return;
    current.dispatch(
      setDiagnostics(
        current.state,
        problems.map((problem) => diagnosticOf(problem, current.state.doc.length)),
      ),
    );
  }, [problems, settled]);

  return host;
}

function base(assistant: RefObject<Assistant>, problems: RefObject<readonly Problem[]>): Extension {
  return [
    history(),
    drawSelection(),
    bracketMatching(),
    closeBrackets(),
    indentUnit.of('  '),
    feelLanguage,
    autocompletion({
      override: [(context) => completeExpression(context, assistant.current)],
      icons: true,
      closeOnBlur: true,
      maxRenderedOptions: 60,
    }),
    Prec.high(
      keymap.of([
        { key: 'Tab', run: acceptCompletion },
        { key: 'Mod-.', run: (view) => mend(view, problems.current) },
      ]),
    ),
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap]),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) assistant.current.onChange(update.state.doc.toString());
    }),
  ];
}

/** Enter does nothing, and line breaks that come by pasting become spaces. */
const oneLine: Extension = [
  keymap.of([{ key: 'Enter', run: () => true }]),
  EditorState.transactionFilter.of((transaction) => {
    if (!transaction.docChanged || transaction.newDoc.lines === 1) return transaction;
    const text = transaction.newDoc.toString().replace(/\s*\n\s*/g, ' ');
    return { changes: { from: 0, to: transaction.startState.doc.length, insert: text }, selection: { anchor: text.length } };
  }),
];

/** A problem at the end of the text has no character to underline: it takes the one before. */
function diagnosticOf({ from, to, message, fix }: Problem, length: number): Diagnostic {
  const end = Math.min(Math.max(to, from + 1), length);
  const start = Math.max(0, Math.min(from, end - 1));
  const actions = fix === null ? [] : [{ name: fix.label, apply: (view: EditorView) => replace(view, { from, to }, fix.text) }];
  return { from: start, to: end, severity: 'error', message, actions };
}

/** Applies the first mend there is. */
function mend(view: EditorView, problems: readonly Problem[]): boolean {
  const found = problems.find(({ fix }) => fix !== null);
  if (found?.fix == null || found.to > view.state.doc.length) return false;
  replace(view, found, found.fix.text);
  return true;
}

function replace(view: EditorView, { from, to }: { from: number; to: number }, insert: string): void {
  view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length } });
}
