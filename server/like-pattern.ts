/** An ILIKE pattern that finds the text anywhere, what was typed taken literally; null finds everything. */
export function likePattern(text: string | undefined): string | null {
  return text ? `%${text.replace(/[\\%_]/g, '\\$&')}%` : null;
}
