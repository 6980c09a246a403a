/** For `ilike`: what the person typed stands for itself. */
export function likePattern(text: string | undefined): string | null {
  return text ? `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%` : null;
}
