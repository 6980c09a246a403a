/** A comment with a phrase at its end; one that ends with it already stays as it is. Between Chinese sentences stands no space. */
export function withPhrase(comment: string, phrase: string): string {
  const before = comment.trimEnd();
  if (before === '') return phrase;
  if (before.endsWith(phrase)) return before;
  return `${before}${/[\u3000-\u303f\uff00-\uffef]$/.test(before) ? '' : ' '}${phrase}`;
}
