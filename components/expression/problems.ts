import { errorMessage, type Translate } from '@/lib/expression/message';
import type { ExpressionError } from '@/lib/expression/types';

/** An error in the reader's words, with the text that would mend it when there is one. */
export type Problem = { from: number; to: number; message: string; fix: { text: string; label: string } | null };

export function problemsOf(errors: readonly ExpressionError[], translate: Translate): Problem[] {
  return errors.map((error) => {
    const text = fixOf(error);
    return {
      from: error.from,
      to: error.to,
      message: errorMessage(error, translate),
      fix: text === null ? null : { text, label: translate('editor.fix', { text: text.trim() }) },
    };
  });
}

function fixOf({ code, params }: ExpressionError): string | null {
  const { suggestion, use } = params;
  if (typeof suggestion === 'string' && suggestion !== '') return suggestion;
  if (code !== 'EXPR_SYMBOL' || typeof use !== 'string' || use.includes('…')) return null;
  return /^[a-z]+$/.test(use) ? ` ${use} ` : use;
}
